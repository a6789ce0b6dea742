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
        THREATS("threats list", Worth.BAD),
        PATHS("threats paths", Worth.BAD),
        NETWORK("network check", Worth.BAD),
        RISK("risk backlog", Worth.BAD),
        READINESS("readiness", Worth.GOOD);

        private final String command;
        private final Worth worth;

        Topic(String command, Worth worth) {
            this.command = command;
            this.worth = worth;
        }

        /** The command that tells more. */
        public String command() {
            return command;
        }

        /** Whether one wants much of it. */
        public boolean isGood() {
            return worth == Worth.GOOD;
        }

        /** As files write it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private enum Worth {
        GOOD,
        BAD
    }
}
