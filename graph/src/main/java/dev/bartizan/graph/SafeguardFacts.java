package dev.bartizan.graph;

import dev.bartizan.source.Location;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which safeguards are proven on what, who owns them, which patterns of security are kept, and what stands around the crown jewels.
 *
 * @param controls by id
 * @param responsibilities by layer, control and party
 * @param patterns by id
 * @param defences in the order of the crown jewels
 */
public record SafeguardFacts(
        List<Safeguard> controls,
        List<Responsibility> responsibilities,
        List<PatternResult> patterns,
        List<Defence> defences)
        implements Facts {
    public SafeguardFacts {
        controls = List.copyOf(controls);
        responsibilities = List.copyOf(responsibilities);
        patterns = List.copyOf(patterns);
        defences = List.copyOf(defences);
    }

    /** What is known of a control on an asset. */
    public enum State {
        EVIDENCED,
        REFUTED,
        OPEN;

        /** As output files write it. */
        public String word() {
            return kebab(this);
        }
    }

    /** When a control works: before an attack, while it happens, or after it. */
    public enum Phase {
        PREVENT,
        DETECT,
        RESPOND,
        RECOVER;

        /** As files write it. */
        public String word() {
            return kebab(this);
        }
    }

    /** Where a control is put in place, and so who can do it. */
    public enum Ground {
        /** In the manifest, image or code of the workload itself. */
        WORKLOAD,
        /** In the settings of the cluster and its network. */
        CLUSTER,
        /** In how people work. */
        ORGANISATION;

        /** As files write it. */
        public String word() {
            return kebab(this);
        }
    }

    /** Who can own a control. */
    public enum Party {
        /** Who runs what the platform uses and does not run itself. */
        PROVIDER,
        /** Who runs the cluster. */
        PLATFORM,
        /** Whose workloads, models and data these are. */
        ML_TEAM,
        SECURITY;

        /** As files write it. */
        public String word() {
            return kebab(this);
        }
    }

    /** The catalogues of others that controls have counterparts in. */
    public enum Catalogue {
        NIST_800_53("NIST SP 800-53"),
        ATLAS("MITRE ATLAS"),
        AI_EXCHANGE("OWASP AI Exchange");

        private final String title;

        Catalogue(String title) {
            this.title = title;
        }

        /** As files and options write it. */
        public String word() {
            return kebab(this);
        }

        /** As people call it. */
        public String title() {
            return title;
        }
    }

    /** How much of its counterpart a control is. Coverage counts only what is exact. */
    public enum Strength {
        EXACT,
        PARTIAL,
        RELATED;

        /** As files write it. */
        public String word() {
            return kebab(this);
        }
    }

    /** How a place stands to a pattern. */
    public enum Standing {
        /** It has begun with the pattern and keeps all of its requirements. */
        FOLLOWS,
        /** It has begun with the pattern and breaks a requirement. */
        VIOLATES,
        /** The pattern fits, and nothing of it is there. */
        SHOULD_ADOPT,
        UNDECIDED;

        /** As output files write it. */
        public String word() {
            return kebab(this);
        }
    }

    /**
     * On which assets a control is proven.
     *
     * @param assets how many the platform has
     */
    public record Coverage(int assets, BitSet evidenced, BitSet refuted, BitSet open) {
        public Coverage {
            evidenced = (BitSet) evidenced.clone();
            refuted = (BitSet) refuted.clone();
            open = (BitSet) open.clone();
            if (evidenced.intersects(refuted) || evidenced.intersects(open) || refuted.intersects(open)) {
                throw new IllegalArgumentException("an asset has two states");
            }
        }

        /** The assets that it is about. */
        public BitSet applicable() {
            BitSet all = (BitSet) evidenced.clone();
            all.or(refuted);
            all.or(open);
            return all;
        }
    }

    /**
     * One control of the catalogue.
     *
     * @param checks ids of those that can tell
     * @param proofs what tells, what refutes before what proves
     * @param threats of this platform that it is to stop, by id
     */
    public record Safeguard(
            String control,
            String title,
            Phase phase,
            Ground ground,
            List<String> checks,
            List<Counterpart> counterparts,
            Coverage coverage,
            List<Proof> proofs,
            List<Cell> threats) {
        public Safeguard {
            checks = List.copyOf(checks);
            counterparts = List.copyOf(counterparts);
            proofs = List.copyOf(proofs);
            threats = List.copyOf(threats);
        }

        /** Whether no threat of this platform needs it; what is a matter of people is needed everywhere. */
        public boolean isUnneeded() {
            return threats.isEmpty() && ground != Ground.ORGANISATION;
        }

        /** Whether neither a check nor anybody's word can tell. */
        public boolean isUntold() {
            return checks.isEmpty() && proofs.isEmpty();
        }

        /** On how many assets a threat is confirmed and this is missing. */
        public int gaps() {
            return threats.stream().mapToInt(Cell::gaps).sum();
        }
    }

    /** A control's counterpart in a catalogue of others. */
    public record Counterpart(Catalogue catalogue, String id, Strength strength) {}

    /**
     * What tells about a control.
     *
     * @param source id of a check, or {@code attestation}
     * @param assets on how many
     * @param evidence of the first of them
     */
    public record Proof(State state, String source, int assets, List<Evidence> evidence) {
        public Proof {
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * A threat and a control that is to stop it, over the assets that the threat can be about.
     *
     * @param gaps on how many of them the threat is confirmed and the control refuted
     */
    public record Cell(String threat, int evidenced, int refuted, int open, int gaps) {
        public int applicable() {
            return evidenced + refuted + open;
        }
    }

    /**
     * Who owns a control on the assets of a layer, and how far it is proven there.
     *
     * @param layer empty for what no layer is known of
     * @param owners teams that answer for these assets, as far as they are named
     * @param declared where it is written that the party owns it; empty when it was derived
     */
    public record Responsibility(
            Optional<Layer> layer,
            String control,
            Party party,
            List<String> owners,
            int evidenced,
            int refuted,
            int open,
            String reason,
            Optional<Location> declared) {
        public Responsibility {
            owners = List.copyOf(owners);
        }

        public int assets() {
            return evidenced + refuted + open;
        }
    }

    /**
     * A pattern of security and the places that it fits.
     *
     * @param forces what makes it hard, a sentence each
     * @param places where it is broken first
     */
    public record PatternResult(
            String id,
            String title,
            Layer layer,
            String intent,
            List<String> forces,
            List<Requirement> requirements,
            List<Place> places) {
        public PatternResult {
            forces = List.copyOf(forces);
            requirements = List.copyOf(requirements);
            places = List.copyOf(places);
        }

        /** How many assets stand so. */
        public int count(Standing standing) {
            return places.stream()
                    .filter(place -> place.standing() == standing)
                    .mapToInt(place -> place.assets().size())
                    .sum();
        }
    }

    /**
     * What a pattern asks for.
     *
     * @param control that it is a part of
     */
    public record Requirement(String title, String control, String remedy) {}

    /**
     * Assets of one namespace that stand alike.
     *
     * @param place {@code namespace/ml-serving} or {@code cluster}
     * @param answers to the requirements, in their order; none when it is open whether the pattern fits
     * @param gaps what is not known of whether it fits, or was begun with
     */
    public record Place(String place, Standing standing, List<String> assets, List<Answer> answers, List<String> gaps) {
        public Place {
            assets = List.copyOf(assets);
            answers = List.copyOf(answers);
            gaps = List.copyOf(gaps);
        }
    }

    /** Whether a requirement is kept, and what shows it. */
    public record Answer(Truth truth, List<Evidence> evidence) {
        public Answer {
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * What stands around a crown jewel.
     *
     * @param asset its id
     * @param guards by phase and control
     */
    public record Defence(String asset, String reason, List<Guard> guards) {
        public Defence {
            guards = List.copyOf(guards);
        }

        public List<Guard> guards(Phase phase) {
            return guards.stream().filter(guard -> guard.phase() == phase).toList();
        }

        /** Of a phase: evidenced when a control of it is, open when one may be, else a hole. */
        public State state(Phase phase) {
            List<Guard> all = guards(phase);
            if (all.stream().anyMatch(guard -> guard.state() == State.EVIDENCED)) {
                return State.EVIDENCED;
            }
            return all.stream().anyMatch(guard -> guard.state() == State.OPEN) ? State.OPEN : State.REFUTED;
        }
    }

    /**
     * A control on a crown jewel.
     *
     * @param threats to the jewel that it is to stop
     * @param gap what would tell, when it is open
     */
    public record Guard(
            String control, Phase phase, State state, List<String> threats, List<Evidence> evidence, String gap) {
        public Guard {
            threats = List.copyOf(threats);
            evidence = List.copyOf(evidence);
        }
    }

    /** Threats of this platform of which no control is proven anywhere that they can be about, sorted. */
    public List<String> unguarded() {
        return controls.stream()
                .flatMap(control -> control.threats().stream())
                .map(Cell::threat)
                .distinct()
                .filter(threat -> controls.stream()
                        .flatMap(control -> control.threats().stream())
                        .noneMatch(cell -> cell.threat().equals(threat) && cell.evidenced() > 0))
                .sorted()
                .toList();
    }

    private static String kebab(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
