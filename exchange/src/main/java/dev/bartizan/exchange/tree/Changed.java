package dev.bartizan.exchange.tree;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A tree after changes.
 *
 * @param missed the changes for which there was no place any more
 */
public record Changed(Json tree, List<Change> missed) {
    public Changed {
        missed = List.copyOf(missed);
    }

    /** Makes these changes, as {@link TreeDifference} finds them: what is put is not changed again below. */
    public static Changed of(Json tree, List<Change> changes) {
        var plan = new Plan();
        changes.forEach(plan::add);
        var missed = new ArrayList<Change>();
        Json changed = plan.apply(tree, missed);
        return new Changed(changed, missed);
    }

    /** The changes at one place, and below it: all of a list are made in one go through it. */
    private static final class Plan {
        private final List<Change> here = new ArrayList<>();
        private final Map<Step, Plan> below = new LinkedHashMap<>();

        void add(Change change) {
            Plan place = this;
            for (Step step : change.path()) {
                place = place.below.computeIfAbsent(step, _ -> new Plan());
            }
            place.here.add(change);
        }

        private Optional<Json> put() {
            return here.stream()
                    .flatMap(change -> switch (change) {
                        case Change.Put put -> Stream.of(put.value());
                        case Change.Replace replace -> Stream.of(replace.value());
                        case Change.Remove _, Change.Order _ -> Stream.empty();
                    })
                    .findFirst();
        }

        private boolean removes() {
            return here.stream().anyMatch(Change.Remove.class::isInstance);
        }

        private void miss(List<Change> missed) {
            missed.addAll(here);
            below.values().forEach(plan -> plan.miss(missed));
        }

        Json apply(Json tree, List<Change> missed) {
            Optional<Json> put = put();
            if (put.isPresent()) {
                return put.get();
            }
            return switch (tree) {
                case Json.Entries entries -> entries(entries, missed);
                case Json.Items items -> items(items, missed);
                case Json.Text _, Json.Numeral _, Json.Flag _, Json.Null _ -> {
                    miss(missed);
                    yield tree;
                }
            };
        }

        private Json entries(Json.Entries tree, List<Change> missed) {
            var values = new LinkedHashMap<>(tree.values());
            below.forEach((step, plan) -> {
                if (step instanceof Step.Key key) {
                    if (plan.removes()) {
                        values.remove(key.name());
                    } else {
                        Optional<Json> after = plan.after(Optional.ofNullable(values.get(key.name())), missed);
                        after.ifPresent(value -> values.put(key.name(), value));
                    }
                } else {
                    plan.miss(missed);
                }
            });
            return new Json.Entries(values);
        }

        private Json items(Json.Items tree, List<Change> missed) {
            var values = new ArrayList<Optional<Json>>();
            tree.values().forEach(value -> values.add(Optional.of(value)));
            var positions = new HashMap<String, Map<String, Integer>>();
            below.forEach((step, plan) -> {
                int position = position(step, tree, positions);
                boolean isKnown = position >= 0 && position < tree.values().size();
                if (isKnown) {
                    values.set(position, plan.removes() ? Optional.empty() : plan.after(values.get(position), missed));
                } else if (!plan.removes()) {
                    values.add(plan.after(Optional.empty(), missed));
                }
            });
            List<Json> left = values.stream().flatMap(Optional::stream).toList();
            return Json.items(here.stream()
                    .flatMap(change -> change instanceof Change.Order order ? Stream.of(order) : Stream.empty())
                    .findFirst()
                    .map(order -> ordered(left, order))
                    .orElse(left));
        }

        private Optional<Json> after(Optional<Json> before, List<Change> missed) {
            if (before.isPresent()) {
                return Optional.of(apply(before.get(), missed));
            }
            Optional<Json> put = put();
            if (put.isEmpty()) {
                miss(missed);
            }
            return put;
        }

        private static int position(Step step, Json.Items items, Map<String, Map<String, Integer>> known) {
            return switch (step) {
                case Step.Index index -> index.position();
                case Step.Item item ->
                    known.computeIfAbsent(item.key(), key -> positions(items, key))
                            .getOrDefault(item.name(), -1);
                case Step.Key _ -> -1;
            };
        }

        private static Map<String, Integer> positions(Json.Items items, String key) {
            var positions = new HashMap<String, Integer>();
            for (int i = 0; i < items.values().size(); i++) {
                int position = i;
                TreeDifference.name(items.values().get(i), key)
                        .ifPresent(name -> positions.putIfAbsent(name, position));
            }
            return positions;
        }

        private static List<Json> ordered(List<Json> values, Change.Order order) {
            var places = new HashMap<String, Integer>();
            order.names().forEach(name -> places.put(name, places.size()));
            var sorted = new ArrayList<>(values);
            sorted.sort((one, other) -> Integer.compare(place(one, order, places), place(other, order, places)));
            return sorted;
        }

        private static int place(Json item, Change.Order order, Map<String, Integer> places) {
            return TreeDifference.name(item, order.key())
                    .map(name -> Objects.requireNonNullElse(places.get(name), places.size()))
                    .orElse(places.size());
        }
    }
}
