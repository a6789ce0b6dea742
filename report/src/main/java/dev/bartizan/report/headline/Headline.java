package dev.bartizan.report.headline;

import java.util.Locale;

/**
 * What one analysis comes to.
 *
 * @param figure {@code 4 of 9}
 * @param label what it counts: {@code crown jewels an attacker gets to}
 * @param statement what else its reader wants to know first; may be empty
 * @param part of the whole, for a bar
 * @param whole 0 when there is nothing to be a part of
 */
public record Headline(Topic topic, String figure, String label, String statement, long part, long whole) {
    /** Which analysis. */
    public enum Topic {
        THREATS("threats list"),
        PATHS("threats paths"),
        NETWORK("network check"),
        RISK("risk backlog"),
        READINESS("readiness");

        private final String command;

        Topic(String command) {
            this.command = command;
        }

        /** The command that tells more. */
        public String command() {
            return command;
        }

        /** Whether one wants much of it. */
        public boolean isGood() {
            return this == READINESS;
        }

        /** As files write it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
