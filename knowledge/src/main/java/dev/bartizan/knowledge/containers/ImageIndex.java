package dev.bartizan.knowledge.containers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Finds what an image stands for by its last segments: two look-ups and a handful of comparisons, however many signatures there are. */
public final class ImageIndex {
    private static final Comparator<ImagePattern> MOST_SPECIFIC_FIRST =
            Comparator.comparingInt(ImagePattern::specificity).reversed().thenComparing(ImagePattern::owner);

    private static final int MOST_REMEMBERED = 10_000;

    private final Map<String, List<ImagePattern>> byLast = new HashMap<>();
    private final Map<String, List<ImagePattern>> bySecondLast = new HashMap<>();
    private final List<ImagePattern> others = new ArrayList<>();
    /** A platform runs few images many times. */
    private final Map<String, Optional<Hit>> found = new ConcurrentHashMap<>();

    /**
     * What an image is.
     *
     * @param owner the id of what its pattern stands for
     * @param rivals others that match as well: the order of their names decided
     */
    public record Hit(String owner, List<String> rivals) {}

    /** @param patterns by the id of what they stand for */
    public ImageIndex(Map<String, List<String>> patterns) {
        patterns.forEach((owner, images) -> images.forEach(image -> add(ImagePattern.of(owner, image))));
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

    /** What stands for the image of this repository. */
    public Optional<Hit> find(String repository) {
        Optional<Hit> known = found.get(repository);
        if (known == null) {
            known = search(repository);
            if (found.size() < MOST_REMEMBERED) {
                found.put(repository, known);
            }
        }
        return known;
    }

    private Optional<Hit> search(String repository) {
        List<String> segments = List.of(repository.split("/"));
        if (segments.isEmpty()) {
            return Optional.empty();
        }
        var candidates = new ArrayList<>(byLast.getOrDefault(segments.getLast(), List.of()));
        if (segments.size() > 1) {
            candidates.addAll(bySecondLast.getOrDefault(segments.get(segments.size() - 2), List.of()));
        }
        candidates.addAll(others);
        List<ImagePattern> matching = candidates.stream()
                .filter(pattern -> pattern.matches(segments))
                .sorted(MOST_SPECIFIC_FIRST)
                .toList();
        return matching.stream().findFirst().map(best -> new Hit(best.owner(), rivals(best, matching)));
    }

    private static List<String> rivals(ImagePattern best, List<ImagePattern> matching) {
        return matching.stream()
                .filter(pattern -> pattern.specificity() == best.specificity())
                .map(ImagePattern::owner)
                .filter(owner -> !owner.equals(best.owner()))
                .distinct()
                .toList();
    }
}
