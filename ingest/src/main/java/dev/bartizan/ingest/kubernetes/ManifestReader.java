package dev.bartizan.ingest.kubernetes;

import dev.bartizan.ingest.objects.Manifest;
import dev.bartizan.ingest.objects.ManifestType;
import dev.bartizan.ingest.objects.Reports;
import dev.bartizan.source.Absent;
import dev.bartizan.source.Document;
import dev.bartizan.source.Mapping;
import dev.bartizan.source.Node;
import dev.bartizan.source.Pointer;
import dev.bartizan.source.Problem;
import dev.bartizan.source.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Takes objects out of documents: a document is one object or a list of them, and lists may hold lists. */
final class ManifestReader {
    private static final String LIST = "List";

    private final Reports reports;
    private final List<Manifest> manifests = new ArrayList<>();
    private final Map<Written, ManifestType> types = new HashMap<>();

    private record Written(String apiVersion, String kind) {}

    private ManifestReader(Reports reports) {
        this.reports = reports;
    }

    static List<Manifest> read(List<Document> documents, Reports reports) {
        var reader = new ManifestReader(reports);
        for (Document document : documents) {
            if (document.root().orElse(null) instanceof Mapping mapping) {
                reader.take(
                        mapping,
                        "",
                        mapping.get("apiVersion").text(""),
                        mapping.get("kind").text(""));
            }
        }
        return reader.manifests;
    }

    private void take(Mapping root, String prefix, String apiVersion, String kind) {
        Node items = kind.endsWith(LIST) ? root.get("items") : new Absent(root, "items");
        if (items instanceof Sequence sequence) {
            takeAll(sequence, Pointer.child(prefix, "items"), apiVersion, kind);
        } else if (kind.equals(LIST)) {
            reports.add(Problem.error(
                    "wrong-type",
                    "A List without a list of items: nothing was read.",
                    "write its objects below items",
                    root.location(prefix)));
        } else {
            manifests.add(new Manifest(root, prefix, type(apiVersion, kind)));
        }
    }

    private ManifestType type(String apiVersion, String kind) {
        return types.computeIfAbsent(new Written(apiVersion, kind), written -> ManifestType.of(apiVersion, kind));
    }

    /** Items of a typed list, such as a PodList, need not repeat what they are. */
    private void takeAll(Sequence items, String prefix, String apiVersion, String kind) {
        String itemKind = kind.substring(0, kind.length() - LIST.length());
        for (int i = 0; i < items.size(); i++) {
            String pointer = Pointer.child(prefix, i);
            Node item = items.get(i);
            String writtenKind = item.get("kind").text(itemKind);
            if (item instanceof Mapping mapping && !writtenKind.isEmpty()) {
                take(mapping, pointer, item.get("apiVersion").text(apiVersion), writtenKind);
            } else {
                reports.add(Problem.error(
                        "list-item",
                        "This item of a list is no object: it was not read.",
                        "give it an apiVersion and a kind",
                        item.location(pointer)));
            }
        }
    }
}
