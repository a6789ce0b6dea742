package dev.bartizan.ingest.objects;

import dev.bartizan.source.Location;
import dev.bartizan.source.Node;
import dev.bartizan.source.Scalar;
import java.util.Optional;

/**
 * A value and where it stands. Its pointer is put together only when somebody asks: nearly all places are looked at and forgotten.
 *
 * @param parent the place it is below, if it is below one that we know
 * @param step from there, or else the whole pointer within the document
 */
public record Place(Node node, Optional<Place> parent, String step) {

    /** @param pointer within its document */
    public static Place of(Node node, String pointer) {
        return new Place(node, Optional.empty(), pointer);
    }

    public Place get(String key) {
        return new Place(node.get(key), Optional.of(this), key);
    }

    /** Follows keys downwards. */
    public Place at(String... keys) {
        Place place = this;
        for (String key : keys) {
            place = place.get(key);
        }
        return place;
    }

    public Place item(int index) {
        return new Place(node.get(index), Optional.of(this), Integer.toString(index));
    }

    /** How many items it has, if it is a list. */
    public int items() {
        return node.items().size();
    }

    /** Whether it leaves a part open, see {@link #isOpen(Node)}. */
    public boolean isOpen() {
        return isOpen(node);
    }

    /**
     * Whether a text leaves a part open that is filled in when somebody runs the template it stands in: {@code {{inputs.parameters.image}}},
     * {@code $(REGISTRY)}, <code>${TEAM}</code>.
     */
    public static boolean isOpen(Node value) {
        if (!(value instanceof Scalar scalar)) {
            return false;
        }
        String text = scalar.raw();
        int dollar = text.indexOf('$');
        boolean isVariable = dollar >= 0 && (text.startsWith("$(", dollar) || text.startsWith("${", dollar));
        return isVariable || text.contains("{{");
    }

    public String pointer() {
        return parent.map(above -> above.node().pointerOf(step, above.pointer()))
                .orElse(step);
    }

    public Location location() {
        return node.location(pointer());
    }
}
