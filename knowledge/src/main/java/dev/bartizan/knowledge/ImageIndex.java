package dev.bartizan.knowledge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Finds the signature of an image by its last segments: two look-ups and a handful of comparisons, however many signatures there are. */
final class ImageIndex {
    private static final Comparator<ImagePattern> MOST_SPECIFIC_FIRST = Comparator.comparingInt(
                    ImagePattern::specificity)
            .reversed()
            .thenComparing(pattern -> pattern.signature().id());

    private static final int MOST_REMEMBERED = 10_000;

    private final Map<String, List<ImagePattern>> byLast = new HashMap<>();
    private final Map<String, List<ImagePattern>> bySecondLast = new HashMap<>();
    private final List<ImagePattern> others = new ArrayList<>();
    /** A platform runs few images many times. */
    private final Map<String, Optional<Signature>> found = new ConcurrentHashMap<>();

    ImageIndex(Collection<Signature> signatures) {
        for (Signature signature : signatures) {
            signature.match().images().forEach(pattern -> add(ImagePattern.of(signature, pattern)));
        }
    }

    private void add(ImagePattern pattern) {
        if (ImagePattern.isLiteral(pattern.segmentFromEnd(0))) {
            byLast.computeIfAbsent(pattern.segmentFromEnd(0), key -> new ArrayList<>())
                    .add(pattern);
        } else if (pattern.segments().size() > 1 && ImagePattern.isLiteral(pattern.segmentFromEnd(1))) {
            bySecondLast
                    .computeIfAbsent(pattern.segmentFromEnd(1), key -> new ArrayList<>())
                    .add(pattern);
        } else {
            others.add(pattern);
        }
    }

    Optional<Signature> find(String repository) {
        Optional<Signature> known = found.get(repository);
        if (known == null) {
            known = search(repository);
            if (found.size() < MOST_REMEMBERED) {
                found.put(repository, known);
            }
        }
        return known;
    }

    private Optional<Signature> search(String repository) {
        List<String> segments = List.of(repository.split("/"));
        if (segments.isEmpty()) {
            return Optional.empty();
        }
        var candidates = new ArrayList<>(byLast.getOrDefault(segments.getLast(), List.of()));
        if (segments.size() > 1) {
            candidates.addAll(bySecondLast.getOrDefault(segments.get(segments.size() - 2), List.of()));
        }
        candidates.addAll(others);
        return candidates.stream()
                .filter(pattern -> pattern.matches(segments))
                .min(MOST_SPECIFIC_FIRST)
                .map(ImagePattern::signature);
    }
}
