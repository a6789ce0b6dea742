package dev.bartizan.knowledge;

import dev.bartizan.graph.Classification;
import dev.bartizan.knowledge.files.KnowledgeFile;
import dev.bartizan.knowledge.files.Words;
import dev.bartizan.source.Location;
import dev.bartizan.source.Problem;
import dev.bartizan.source.Required;
import dev.bartizan.source.StrictReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells external parties by the names of their hosts. */
public final class Parties {
    /** No listed name has more; it bounds the work on a hostile one. */
    private static final int MOST_LABELS = 12;

    /** Names by themselves, and with the {@code *} for their first labels. */
    private final Map<String, Party> byHost = new HashMap<>();
    /** Those with a {@code *} inside, by what stands after it. */
    private final Map<String, List<Pattern>> byEnding = new HashMap<>();

    private record Pattern(String start, Party party) {
        boolean fits(String front) {
            return start.startsWith("*.") ? front.endsWith(start.substring(1)) : front.equals(start);
        }
    }

    private Parties(List<Party> parties) {
        for (Party party : parties) {
            for (String host : party.hosts()) {
                int star = host.indexOf(".*.", 1);
                if (star < 0) {
                    byHost.put(host, party);
                } else {
                    byEnding.computeIfAbsent(host.substring(star + 3), key -> new ArrayList<>())
                            .add(new Pattern(host.substring(0, star), party));
                }
            }
        }
    }

    /**
     * Those of this release.
     *
     * @throws UnreadableKnowledgeException if the file is wrong
     */
    public static Parties load(Vocabulary vocabulary) {
        StrictReader.Result<Party.File> file =
                KnowledgeFile.packaged("parties.yaml").read(Party.File.class);
        var problems = new ArrayList<>(file.faults());
        List<Party> parties = file.value().map(Party.File::parties).orElse(List.of());
        parties.forEach(party -> check(party, vocabulary).ifPresent(problems::add));
        if (!problems.isEmpty()) {
            throw new UnreadableKnowledgeException(problems);
        }
        return new Parties(parties);
    }

    private static Optional<Problem> check(Party party, Vocabulary vocabulary) {
        List<String> roles = vocabulary.roles().stream().map(Role::id).toList();
        return Words.check("role", party.role(), roles, party.location());
    }

    /** Whose host this is; the longest name that fits decides. */
    public Optional<Party> byHost(String host) {
        Party exact = byHost.get(host);
        if (exact != null) {
            return Optional.of(exact);
        }
        int dot = host.indexOf('.');
        for (int labels = 0; dot >= 0 && labels < MOST_LABELS; labels++) {
            Optional<Party> found = below(host, dot);
            if (found.isPresent()) {
                return found;
            }
            dot = host.indexOf('.', dot + 1);
        }
        return Optional.empty();
    }

    private Optional<Party> below(String host, int dot) {
        for (Pattern pattern : byEnding.getOrDefault(host.substring(dot + 1), List.of())) {
            int before = host.lastIndexOf('.', dot - 1);
            if (before > 0 && pattern.fits(host.substring(0, before))) {
                return Optional.of(pattern.party());
            }
        }
        return regional(host, dot).or(() -> Optional.ofNullable(byHost.get("*" + host.substring(dot))));
    }

    /** {@code europe-west4-aiplatform.googleapis.com}: the region is a part of the first label. */
    private Optional<Party> regional(String host, int dot) {
        int hyphen = host.lastIndexOf('-', dot);
        return hyphen < 0 ? Optional.empty() : Optional.ofNullable(byHost.get("*" + host.substring(hyphen)));
    }

    /**
     * Somebody outside that platforms talk to.
     *
     * @param name as a sentence goes on: {@code Hugging Face Hub}
     * @param hosts names, in which a {@code *} stands for one or, at the beginning, more labels
     * @param sources public pages that say so
     */
    public record Party(
            String id,
            String name,
            String role,
            @Required List<String> hosts,
            @Required List<String> sources,
            Location location) {

        /** {@code parties.yaml} as it is written. */
        record File(@Required List<Party> parties) {}

        /** What an asset is that stands for this host of the party. */
        public Classification classify(String host, Vocabulary vocabulary) {
            Role known = vocabulary.role(role).orElseThrow();
            return new Classification(
                    role,
                    known.layer(),
                    known.plane(),
                    Optional.of(id),
                    "host " + host + " belongs to " + name + " at " + location.file() + ":" + location.line());
        }
    }
}
