package dev.bartizan.ingest.declarations;

import dev.bartizan.graph.Intent;
import dev.bartizan.graph.Layer;
import dev.bartizan.graph.ReadinessFacts;
import dev.bartizan.graph.RiskSettings;
import dev.bartizan.graph.SafeguardFacts.Party;
import dev.bartizan.source.Default;
import dev.bartizan.source.Location;
import dev.bartizan.source.Node;
import dev.bartizan.source.Required;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * {@code bartizan.yaml} as it is written. Words of the vocabulary are kept as nodes, so that a misspelt one is reported at its own line. Of several
 * entries of a section that select the same asset, the last one holds.
 *
 * @param complete places for which the input is whole: the whole cluster, or {@code namespace/<name>}
 * @param workshops files that pages of workshops saved, relative to this file
 * @param assets what no manifest declares
 * @param links between such assets, or to and from others
 * @param includes this section comes with a later version
 */
public record DeclarationsFile(
        int version,
        Optional<Naming> platform,
        List<Cluster> clusters,
        List<Owner> owners,
        List<ZoneEntry> zones,
        List<Worth> classification,
        List<External> externals,
        List<RoleEntry> roles,
        List<Node> complete,
        Optional<Baseline> baseline,
        Optional<Network> network,
        Optional<Threats> threats,
        List<AssetEntry> assets,
        List<LinkEntry> links,
        List<AnswerEntry> answers,
        List<AttestationEntry> attestations,
        List<ResponsibilityEntry> responsibilities,
        List<Node> workshops,
        Optional<RiskSettings> risk,
        Optional<Readiness> readiness,
        Node includes) {
    static final int VERSION = 1;

    public DeclarationsFile {
        if (version != VERSION) {
            throw new IllegalArgumentException(
                    "This is version " + version + "; only version " + VERSION + " is known.");
        }
    }

    /** The same with what was said in a workshop, before what this file says itself. */
    DeclarationsFile after(WorkshopFile workshop) {
        return new DeclarationsFile(
                version,
                platform,
                clusters,
                owners,
                zones,
                classification,
                externals,
                roles,
                joined(workshop.complete(), complete),
                baseline,
                network,
                threats,
                assets,
                links,
                joined(workshop.answers(), answers),
                joined(workshop.attestations(), attestations),
                responsibilities,
                workshops,
                risk,
                readiness,
                includes);
    }

    private static <T> List<T> joined(List<T> some, List<T> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    /** What people call the platform. */
    public record Naming(String name, Optional<String> description) {}

    /**
     * A cluster.
     *
     * @param paths whose objects it holds, relative to this file; all when there are none
     */
    public record Cluster(String name, List<String> paths, Location location) {}

    /** A team that answers for assets. */
    public record Owner(String name, Optional<String> contact, Selector select, Location location) {}

    /**
     * The trust zone of assets.
     *
     * @param zone a zone of the vocabulary, or another one that says how far it is trusted
     */
    public record ZoneEntry(Node zone, Node trust, Selector select, Location location) {}

    /** How sensitive the data of assets are, and what their loss would cost. */
    public record Worth(
            Node classification, Node value, Optional<String> because, Selector select, Location location) {}

    /**
     * Somebody outside.
     *
     * @param host where it is reached; what has none is known by its name
     * @param zone {@code partner} unless another is given
     */
    public record External(
            String name, Optional<String> host, Node zone, Optional<String> exchanged, Location location) {}

    /**
     * What assets do, where neither image nor kind tells.
     *
     * @param plane on which they do it, where that is not the usual one of the role
     */
    public record RoleEntry(Node role, Node plane, Optional<String> because, Selector select, Location location) {}

    /**
     * An asset that no manifest declares: a managed service, another team's platform, an application that stands elsewhere.
     *
     * @param id it is known by, behind {@code declared:}
     * @param role what it is, a word of the vocabulary
     * @param zone it is in; {@code trust} where that is none of the vocabulary's
     * @param exposure the farthest place from which it can be reached: {@code cluster}, {@code node} or {@code outside}
     * @param accelerators that it runs on
     * @param controls in place there, as its owner says
     * @param missing controls that are not in place
     */
    public record AssetEntry(
            String id,
            Optional<String> name,
            Node role,
            Node zone,
            Node trust,
            Node component,
            Node exposure,
            Optional<String> accelerators,
            List<String> controls,
            List<String> missing,
            Optional<String> because,
            Location location) {
        public AssetEntry {
            if (id.isBlank() || id.chars().anyMatch(letter -> Character.isWhitespace(letter) || letter == '*')) {
                throw new IllegalArgumentException("An id has at least one letter, no blank and no '*'.");
            }
        }
    }

    /**
     * A link that no manifest shows.
     *
     * @param from id of an entry of {@code assets}, or of any asset; a {@code *} stands for any characters
     * @param kind along which data goes: {@code calls}, {@code reads}
     * @param to as {@code from}
     */
    public record LinkEntry(String from, Node kind, String to, Location location) {}

    /** What checks are told. */
    public record Baseline(SortedMap<String, Node> parameters, List<ExceptionEntry> exceptions, Node profile) {}

    /**
     * What the analysis of the network is told.
     *
     * @param profile which network plugin the cluster has, or whose reading of the specifications counts
     * @param library whether what every AI platform should keep is wanted too
     * @param intents what the design wants of connections
     */
    public record Network(
            Optional<NetworkProfile> profile,
            @Default("false") boolean library,
            List<Intent> intents) {}

    /** Whose reading counts where the specifications of policies leave something open. */
    public enum NetworkProfile {
        KUBERNETES,
        CILIUM,
        CALICO,
        ANTREA,
        AWS,
        NP_GUARD;

        /** As it is written: {@code np-guard}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * What the analysis of threats is told.
     *
     * @param catalogues folders of threats, controls and incidents of one's own, relative to this file
     */
    public record Threats(List<Node> catalogues) {}

    /** A finding that is accepted for a while. */
    public record ExceptionEntry(
            String rule, Selector select, String reason, LocalDate expires, Optional<String> by, Location location) {
        public ExceptionEntry {
            if (reason.isBlank()) {
                throw new IllegalArgumentException("An exception needs a reason.");
            }
        }
    }

    /** What only the owner can tell about assets: the value of a property of the vocabulary. */
    public record AnswerEntry(
            Node property, Node value, Optional<String> because, Selector select, Location location) {}

    /**
     * Somebody's dated word about a control where no check can tell.
     *
     * @param control {@code C-GUARD}
     * @param evidence where it can be looked up
     * @param date when it was seen
     */
    public record AttestationEntry(
            String control,
            @Default("true") boolean holds,
            String evidence,
            LocalDate date,
            Optional<String> by,
            Selector select,
            Location location) {}

    /** What people answer to questions of readiness. */
    public record Readiness(@Required List<LevelEntry> answers) {}

    /**
     * Somebody's dated answer to a question of readiness.
     *
     * @param level from 0 to 4
     * @param evidence where it can be looked up
     * @param date when it was seen
     * @param inherited whether the provider answers, who owns the controls in question
     */
    public record LevelEntry(
            String question,
            int level,
            String evidence,
            LocalDate date,
            Optional<String> by,
            @Default("false") boolean inherited,
            Location location) {
        public LevelEntry {
            if (level < 0 || level > ReadinessFacts.HIGHEST) {
                throw new IllegalArgumentException(
                        "A level is from 0 to " + ReadinessFacts.HIGHEST + "; this one is " + level + ".");
            }
            if (evidence.isBlank()) {
                throw new IllegalArgumentException("An answer needs evidence that can be looked up.");
            }
        }
    }

    /**
     * Who owns controls.
     *
     * @param controls {@code C-NETSEG}
     * @param layer only on assets of this layer
     * @param select only on these assets
     */
    public record ResponsibilityEntry(
            @Required List<String> controls,
            Party party,
            Optional<Layer> layer,
            Optional<String> because,
            Optional<Selector> select,
            Location location) {}

    /**
     * Which assets an entry is about: those on which every given key agrees.
     *
     * @param ids ids of assets
     * @param namespaces any of these
     * @param kinds any of these, as {@code Deployment} or {@code apps/Deployment}
     * @param names any of these
     * @param labels all of these, on the object or its pod template
     */
    public record Selector(
            List<String> ids,
            List<String> namespaces,
            List<String> kinds,
            List<String> names,
            SortedMap<String, String> labels,
            Location location) {
        public Selector {
            if (ids.isEmpty() && namespaces.isEmpty() && kinds.isEmpty() && names.isEmpty() && labels.isEmpty()) {
                throw new IllegalArgumentException(
                        "A selection names ids, namespaces, kinds, names or labels; this one names nothing.");
            }
        }
    }
}
