package dev.bartizan.testkit;

import java.util.Optional;

/**
 * A planted secret.
 *
 * @param name the position it is planted in
 * @param value random and unique; ASCII
 * @param carrier a piece of a compressed text that holds the value
 */
record Canary(String name, String value, Optional<String> carrier) {
    /** Neither value nor carrier: a failing test must not do what it forbids. */
    @Override
    public String toString() {
        return name;
    }
}
