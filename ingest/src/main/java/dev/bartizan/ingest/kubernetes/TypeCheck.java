package dev.bartizan.ingest.kubernetes;

import dev.bartizan.ingest.objects.Manifest;
import dev.bartizan.ingest.objects.Place;
import dev.bartizan.ingest.objects.Reports;
import dev.bartizan.source.Absent;
import dev.bartizan.source.Mapping;
import dev.bartizan.source.Node;
import dev.bartizan.source.Pointer;
import dev.bartizan.source.Problem;
import dev.bartizan.source.Scalar;
import dev.bartizan.source.ScalarType;
import dev.bartizan.source.Sequence;
import java.util.Optional;
import java.util.function.Function;

/**
 * Tells where a manifest holds another type than the API server takes. What has the wrong type is not read; the rest is. A value that is null counts as
 * absent, as it does for the API server.
 */
final class TypeCheck {
    /** After so many, the object is known to be hopeless, and a hostile one must not fill the report. */
    private static final int MOST_PROBLEMS = 20;

    private final Manifest manifest;
    private final Reports reports;
    private int problems;

    private TypeCheck(Manifest manifest, Reports reports) {
        this.manifest = manifest;
        this.reports = reports;
    }

    static void check(Manifest manifest, Reports reports) {
        new TypeCheck(manifest, reports).check(manifest.root(), ExpectedTypes.of(manifest));
    }

    private void check(Node node, Expected expected) {
        if (problems >= MOST_PROBLEMS || !node.hasValue()) {
            return;
        }
        switch (expected) {
            case Expected.Single single -> single(node, single);
            case Expected.Fields fields ->
                entries(node, key -> Optional.ofNullable(fields.fields().get(key)));
            case Expected.MapOf map -> entries(node, key -> Optional.of(map.value()));
            case Expected.ListOf list -> items(node, list.item());
        }
    }

    private void entries(Node node, Function<String, Optional<Expected>> expected) {
        if (node instanceof Mapping mapping) {
            for (int i = 0; i < mapping.size(); i++) {
                Node value = mapping.value(i);
                expected.apply(mapping.key(i)).ifPresent(wanted -> check(value, wanted));
            }
        } else {
            report(node, "a mapping", true);
        }
    }

    private void items(Node node, Expected expected) {
        if (node instanceof Sequence sequence) {
            sequence.items().forEach(item -> check(item, expected));
        } else {
            report(node, "a list", true);
        }
    }

    private void single(Node node, Expected.Single single) {
        if (!(node instanceof Scalar scalar)) {
            report(node, single.words(), true);
            return;
        }
        boolean fits = switch (single) {
            case STRING -> scalar.type() == ScalarType.STRING;
            case BOOLEAN -> scalar.type() == ScalarType.BOOLEAN;
            case INTEGER -> scalar.type() == ScalarType.INTEGER;
        };
        if (!fits) {
            report(node, single.words(), false);
        }
    }

    /**
     * What is left open may be of any type yet.
     *
     * @param lost whether the value could not be read at all; a number in the place of a string is still understood
     */
    private void report(Node node, String wanted, boolean lost) {
        if (Place.isOpen(node)) {
            return;
        }
        problems++;
        String within = Pointer.to(manifest.root(), node).orElse("");
        String place = within.isEmpty() ? "This object" : within.substring(1).replace('/', '.');
        String message = place + " must be " + wanted + ", but is " + words(node) + (lost ? ": it was not read." : ".");
        var location = node.location(manifest.pointer(within));
        reports.add(
                lost
                        ? Problem.error("wrong-type", message, "write " + wanted, location)
                        : Problem.warning("wrong-type", message, "write " + wanted, location));
    }

    private static String words(Node node) {
        return switch (node) {
            case Mapping _ -> "a mapping";
            case Sequence _ -> "a list";
            case Absent _ -> "nothing";
            case Scalar scalar ->
                switch (scalar.type()) {
                    case STRING -> "a string";
                    case NULL -> "nothing";
                    case BOOLEAN -> "true or false";
                    case INTEGER -> "a whole number";
                    case FLOAT -> "a number";
                };
        };
    }
}
