package dev.bartizan.graph;

import dev.bartizan.source.Location;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What became of an intent: something the design wants of connections.
 *
 * @param demand {@code allow}, {@code deny}, {@code only} or {@code via}
 * @param pairs of senders and receivers that it is about
 * @param against of these, those that break it
 * @param open of these, those that hang on an assumption
 * @param examples of those that break it, or else of those that hang on an assumption; each for another reason
 * @param notes what a reader should know about the answer
 * @param breaches of what holds today, who could break it with the rights of the cluster; none when nobody asked
 */
public record IntentResult(
        String id,
        String title,
        String why,
        String demand,
        Verdict verdict,
        long pairs,
        long against,
        long open,
        List<Example> examples,
        List<String> notes,
        List<Breach> breaches,
        Location location) {
    public IntentResult {
        examples = List.copyOf(examples);
        notes = List.copyOf(notes);
        breaches = List.copyOf(breaches);
    }

    /** The same with who could break it, and one more note. */
    public IntentResult with(List<Breach> found, String note) {
        List<String> more = Stream.concat(notes.stream(), Stream.of(note)).toList();
        return new IntentResult(id, title, why, demand, verdict, pairs, against, open, examples, more, found, location);
    }

    /** The answer. */
    public enum Verdict {
        /** It holds for every pair. */
        PROVEN,
        BROKEN,
        /** It may be broken: something hangs on an assumption. */
        UNDECIDED,
        /** It is about nobody, so it says nothing. */
        VACUOUS;

        /** As output files write it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A packet, and what lets it through or stops it.
     *
     * @param asset id of the receiving workload, or else of the sending one
     * @param port {@code TCP 8265}
     */
    public record Example(String from, String to, String asset, String port, List<Step> path) {
        public Example {
            path = List.copyOf(path);
        }

        /** The last line that decides, if one was written. */
        public Optional<Location> deciding() {
            return path.reversed().stream()
                    .map(Step::location)
                    .flatMap(Optional::stream)
                    .findFirst();
        }
    }

    /** What one policy, or the lack of one, does with a packet. */
    public record Step(String statement, Optional<Location> location) {}

    /**
     * A way to break an intent with one or two calls to the API server.
     *
     * @param call {@code create a pod in ml-notebooks with app=web}
     * @param principals who may make it
     * @param packet that passes then
     * @param evidence where the first of them is given the right
     */
    public record Breach(String call, List<String> principals, Example packet, Location evidence) {
        public Breach {
            principals = List.copyOf(principals);
        }
    }
}
