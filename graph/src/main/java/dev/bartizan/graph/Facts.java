package dev.bartizan.graph;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What one analysis established. One record per family; a family that is absent from a snapshot was not computed. */
public sealed interface Facts
        permits ControlFacts,
                ReachabilityFacts,
                ThreatFacts,
                IncidentFacts,
                AttackPathFacts,
                SafeguardFacts,
                RiskFacts,
                ReadinessFacts {

    /**
     * What may be asked of a platform, in the order in which it is answered. Each stands on the answers of what it needs; with them it says the same, whatever else
     * was asked.
     */
    enum Analysis {
        NETWORK(ReachabilityFacts.class),
        BASELINE(ControlFacts.class),
        THREATS(ThreatFacts.class),
        RISK(RiskFacts.class),
        READINESS(ReadinessFacts.class);

        private final Class<? extends Facts> family;

        Analysis(Class<? extends Facts> family) {
            this.family = family;
        }

        private List<Analysis> needs() {
            return switch (this) {
                case NETWORK -> List.of();
                case BASELINE -> List.of(NETWORK);
                case THREATS -> List.of(NETWORK, BASELINE);
                case RISK -> List.of(BASELINE, THREATS);
                case READINESS -> List.of(NETWORK, BASELINE, THREATS, RISK);
            };
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** All the words, in order. */
        public static List<String> words() {
            return Arrays.stream(values()).map(Analysis::word).toList();
        }

        /** The analysis of this word, if there is one. */
        public static Optional<Analysis> of(String word) {
            return Arrays.stream(values())
                    .filter(analysis -> analysis.word().equals(word))
                    .findFirst();
        }

        /** The facts that a snapshot has when it ran. */
        Class<? extends Facts> family() {
            return family;
        }

        /** These and all that they need, directly or for what they need. */
        public static Set<Analysis> withNeeds(Collection<Analysis> asked) {
            var all = EnumSet.noneOf(Analysis.class);
            for (Analysis analysis : asked) {
                all.add(analysis);
                all.addAll(withNeeds(analysis.needs()));
            }
            return all;
        }
    }
}
