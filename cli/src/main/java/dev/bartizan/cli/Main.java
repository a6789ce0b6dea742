package dev.bartizan.cli;

/** The entry of the program. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.out.println("bartizan " + Main.class.getPackage().getImplementationVersion());
    }
}
