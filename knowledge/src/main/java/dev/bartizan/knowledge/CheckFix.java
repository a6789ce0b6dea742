package dev.bartizan.knowledge;

import dev.bartizan.source.Location;
import dev.bartizan.source.Node;
import java.util.List;
import java.util.Optional;

/**
 * What to do about it.
 *
 * @param how in words, for a person
 * @param patch the edits that do it, in the paths of the check's first case; empty when only a person can
 */
public record CheckFix(Mode mode, String how, List<Edit> patch) {
    /** Who decides. */
    public enum Mode {
        /** It cannot stop anything that runs correctly. */
        AUTO,
        /** It can, so a person looks at it first. */
        GUIDED,
        /** No edit of this object does it. */
        NONE
    }

    /**
     * One edit.
     *
     * @param set the path of a value to write, {@code to} what
     * @param remove the path of a value to take out
     * @param append the path of a list to which {@code to} is added
     */
    public record Edit(
            Optional<String> set, Optional<String> remove, Optional<String> append, Node to, Location location) {
        public Edit {
            long operations = List.of(set, remove, append).stream()
                    .filter(Optional::isPresent)
                    .count();
            if (operations != 1 || to.isPresent() == remove.isPresent()) {
                throw new IllegalArgumentException(
                        "an edit has one of set, remove and append, and 'to' unless it removes");
            }
        }

        /** The path it is about. */
        public String path() {
            return set.or(() -> remove).or(() -> append).orElseThrow();
        }
    }

    /**
     * How to keep it from coming back.
     *
     * @param why there is none, or what it needs beyond the object
     */
    public record Guardrail(Kind kind, Optional<String> why) {
        /** Where the rule is enforced. */
        public enum Kind {
            /** A ValidatingAdmissionPolicy: it sees one object. */
            VAP,
            /** A Kyverno policy, which can look other objects up. */
            KYVERNO,
            /** Only a gate that sees all manifests. */
            CI,
            NONE
        }
    }

    public CheckFix {
        patch = List.copyOf(patch);
        if (mode == Mode.AUTO && patch.isEmpty()) {
            throw new IllegalArgumentException("an automatic fix has a patch");
        }
        if (how.isBlank()) {
            throw new IllegalArgumentException("a fix says how");
        }
    }
}
