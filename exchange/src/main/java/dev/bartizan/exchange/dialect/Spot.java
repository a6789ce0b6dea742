package dev.bartizan.exchange.dialect;

import dev.bartizan.source.Location;
import dev.bartizan.source.Mapping;
import dev.bartizan.source.Node;
import dev.bartizan.source.Pointer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A value of a document and its place. Steps that lead nowhere lead to an absent value. */
public record Spot(Node node, String pointer) {
    public static Spot root(Node node) {
        return new Spot(node, "");
    }

    public Spot get(String key) {
        return new Spot(node.get(key), Pointer.child(pointer, key));
    }

    public Spot at(String... keys) {
        Spot spot = this;
        for (String key : keys) {
            spot = spot.get(key);
        }
        return spot;
    }

    public List<Spot> items() {
        List<Node> nodes = node.items();
        var items = new ArrayList<Spot>(nodes.size());
        for (int i = 0; i < nodes.size(); i++) {
            items.add(new Spot(nodes.get(i), Pointer.child(pointer, i)));
        }
        return items;
    }

    /** The items below a key. */
    public List<Spot> items(String key) {
        return get(key).items();
    }

    /** The keys of a mapping, or none. */
    public List<String> keys() {
        return node instanceof Mapping mapping ? mapping.keys() : List.of();
    }

    public boolean has(String key) {
        return node.get(key).isPresent();
    }

    public Optional<String> text() {
        return node.text();
    }

    /** The text below a key, empty when there is none. */
    public String text(String key) {
        return node.get(key).text("");
    }

    public Optional<String> optional(String key) {
        return node.get(key).text();
    }

    /** The texts of the list below a key. */
    public List<String> texts(String key) {
        return node.get(key).items().stream()
                .flatMap(item -> item.text().stream())
                .toList();
    }

    /** Whether true or false is written below a key. */
    public Optional<Boolean> flag(String key) {
        Node value = node.get(key);
        return value.isTrue() ? Optional.of(true) : value.isFalse() ? Optional.of(false) : Optional.empty();
    }

    public double number(String key) {
        return number(key, 0);
    }

    public double number(String key, double otherwise) {
        try {
            double number = Double.parseDouble(text(key));
            return Double.isFinite(number) ? number : otherwise;
        } catch (NumberFormatException noNumber) {
            return otherwise;
        }
    }

    public Location location() {
        return node.location(pointer);
    }
}
