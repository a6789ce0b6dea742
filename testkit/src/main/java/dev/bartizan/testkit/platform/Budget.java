package dev.bartizan.testkit.platform;

/** How many objects a namespace may still have, so that the platform has exactly as many as were asked for. */
final class Budget {
    private int left;

    Budget(int objects) {
        left = objects;
    }

    /** Takes one object out, if there is one to take. */
    boolean take() {
        if (left == 0) {
            return false;
        }
        left--;
        return true;
    }
}
