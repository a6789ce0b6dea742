package dev.bartizan.ingest;

import dev.bartizan.graph.Intent;
import dev.bartizan.graph.Layer;
import dev.bartizan.graph.ReadinessFacts;
import dev.bartizan.graph.RiskSettings;
import dev.bartizan.graph.SafeguardFacts.Party;
import dev.bartizan.graph.ThreatFacts;
import dev.bartizan.source.Location;
import dev.bartizan.source.Node;
import dev.bartizan.source.Problem;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What {@code bartizan.yaml} says to the analyses; what it says about the platform is already in the platform.
 *
 * @param parameters values that checks ask for, by name, as they are written
 * @param exceptions findings that were accepted for a while
 * @param attestations what somebody says of controls, in the order of the file
 * @param answers what somebody says of properties, in the order of the file
 * @param responsibilities who owns controls, in the order of the file
 * @param networkProfile which network plugin the cluster has: {@code cilium}
 * @param intents what the design wants of connections
 * @param risk what is borne, own figures, and what is accepted
 * @param readiness what somebody answers to questions of readiness
 * @param decisions that workshops made about threats
 * @param catalogues folders of threats, controls and incidents of one's own
 * @param faults mistakes for which something of the file was not applied
 */
public record Declarations(
        SortedMap<String, Node> parameters,
        List<AcceptedFinding> exceptions,
        List<AttestedControl> attestations,
        List<AnsweredProperty> answers,
        List<OwnedControl> responsibilities,
        Optional<String> networkProfile,
        List<Intent> intents,
        RiskSettings risk,
        List<ReadinessFacts.Word> readiness,
        List<ThreatFacts.Decision> decisions,
        List<Path> catalogues,
        List<Problem> faults) {
    /** When there is no {@code bartizan.yaml}. */
    public static final Declarations NONE = new Declarations(
            new TreeMap<>(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            List.of(),
            RiskSettings.NONE,
            List.of(),
            List.of(),
            List.of(),
            List.of());

    public Declarations {
        parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
        exceptions = List.copyOf(exceptions);
        intents = List.copyOf(intents);
        readiness = List.copyOf(readiness);
        decisions = List.copyOf(decisions);
        catalogues = List.copyOf(catalogues);
        answers = List.copyOf(answers);
        faults = List.copyOf(faults);
        attestations = List.copyOf(attestations);
        responsibilities = List.copyOf(responsibilities);
    }

    /**
     * A finding that was accepted for a while.
     *
     * @param rule the check's id
     * @param assets ids of the assets it is accepted on
     * @param reason why
     * @param expires from the day after, the finding counts again
     * @param by who accepted it, or empty
     * @param location where that is written
     */
    public record AcceptedFinding(
            String rule, SortedSet<String> assets, String reason, LocalDate expires, String by, Location location) {
        public AcceptedFinding {
            assets = Collections.unmodifiableSortedSet(new TreeSet<>(assets));
        }
    }

    /**
     * Somebody's dated word about a control.
     *
     * @param assets ids of the assets it is about
     */
    public record AttestedControl(
            String control,
            SortedSet<String> assets,
            boolean holds,
            String evidence,
            LocalDate date,
            Location location) {
        public AttestedControl {
            assets = Collections.unmodifiableSortedSet(new TreeSet<>(assets));
        }
    }

    /**
     * What somebody says of a property.
     *
     * @param assets ids of the assets it is about
     */
    public record AnsweredProperty(String property, String value, SortedSet<String> assets, Location location) {
        public AnsweredProperty {
            assets = Collections.unmodifiableSortedSet(new TreeSet<>(assets));
        }
    }

    /**
     * Who owns a control.
     *
     * @param layer only on assets of this layer
     * @param assets only on these, by id; empty: on all
     * @param because why, or empty
     */
    public record OwnedControl(
            String control,
            Party party,
            Optional<Layer> layer,
            Optional<SortedSet<String>> assets,
            String because,
            Location location) {
        public OwnedControl {
            assets = assets.map(ids -> Collections.unmodifiableSortedSet(new TreeSet<>(ids)));
        }
    }
}
