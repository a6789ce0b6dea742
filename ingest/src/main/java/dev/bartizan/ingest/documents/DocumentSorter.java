package dev.bartizan.ingest.documents;

import dev.bartizan.graph.Input.SetAside;
import dev.bartizan.ingest.documents.FolderProblems.Renderer;
import dev.bartizan.source.Document;
import dev.bartizan.source.Mapping;
import dev.bartizan.source.Node;
import dev.bartizan.source.Problem;
import dev.bartizan.source.SourceFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** One pass over the documents. */
final class DocumentSorter {
    private final Charts charts;
    private final List<Document> objects = new ArrayList<>();
    private final SortedMap<String, Integer> counts = new TreeMap<>();
    private final List<SetAside> setAside = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Set<Problem> explained = new HashSet<>();
    private final FolderProblems folders = new FolderProblems();
    private Optional<SourceFile> lastFile = Optional.empty();
    private String lastName = "";

    DocumentSorter(Charts charts) {
        this.charts = charts;
    }

    void take(Document document) {
        Outcome outcome = outcome(document);
        counts.merge(outcome.word(), 1, Integer::sum);
        switch (outcome) {
            case OBJECT -> objects.add(document);
            case EMPTY -> {}
            case BROKEN -> aside(document, outcome, reasonOf(document.failure().orElseThrow()));
            case HELM_TEMPLATE -> {
                document.failure().ifPresent(explained::add);
                render(
                        document,
                        outcome,
                        Renderer.HELM,
                        charts.folderOf(document.file().name()));
            }
            case KUSTOMIZATION ->
                render(
                        document,
                        outcome,
                        Renderer.KUSTOMIZE,
                        FileName.folder(document.file().name()));
            case OPENSHIFT_TEMPLATE ->
                render(document, outcome, Renderer.OPENSHIFT, document.file().name());
            case HELM_CHART -> aside(document, outcome, "the description of a Helm chart");
            case VALUES -> aside(document, outcome, "values of a Helm chart; they count when it is rendered");
            case SETTINGS -> aside(document, outcome, "settings of Bartizan itself");
            case OTHER -> other(document);
        }
    }

    private Outcome outcome(Document document) {
        if (document.failure().isPresent()) {
            return document.templated() ? Outcome.HELM_TEMPLATE : Outcome.BROKEN;
        }
        if (document.root().isEmpty()) {
            return Outcome.EMPTY;
        }
        Node root = document.root().orElseThrow();
        String name = nameOf(document.file());
        if (name.equals("bartizan.yaml") || name.equals("bartizan.yml")) {
            return Outcome.SETTINGS;
        }
        if (!(root instanceof Mapping mapping)) {
            return Outcome.OTHER;
        }
        if (document.templated() && (charts.holds(document.file().name()) || Charts.isTemplate(mapping))) {
            return Outcome.HELM_TEMPLATE;
        }
        return isObject(mapping) ? kindOfObject(mapping) : kindByName(name);
    }

    /** Documents come file by file. */
    private String nameOf(SourceFile file) {
        if (!file.equals(lastFile.orElse(null))) {
            lastFile = Optional.of(file);
            lastName = FileName.last(file.name());
        }
        return lastName;
    }

    private static boolean isObject(Mapping root) {
        return root.get("apiVersion").text().isPresent()
                && root.get("kind").text().isPresent();
    }

    private static Outcome kindOfObject(Mapping root) {
        String version = root.get("apiVersion").text("");
        if (version.startsWith("kustomize.config.k8s.io/")) {
            return Outcome.KUSTOMIZATION;
        }
        boolean isTemplate = root.get("kind").text("").equals("Template")
                && (version.equals("v1") || version.startsWith("template.openshift.io/"));
        return isTemplate ? Outcome.OPENSHIFT_TEMPLATE : Outcome.OBJECT;
    }

    private static Outcome kindByName(String name) {
        return switch (name) {
            case "Chart.yaml", "Chart.yml", "requirements.yaml" -> Outcome.HELM_CHART;
            case "kustomization.yaml", "kustomization.yml", "Kustomization" -> Outcome.KUSTOMIZATION;
            case String other when FileName.isValues(other) -> Outcome.VALUES;
            default -> Outcome.OTHER;
        };
    }

    private void render(Document document, Outcome outcome, Renderer renderer, String folder) {
        aside(document, outcome, "no object until it is rendered: " + renderer.remedy(folder));
        folders.add(renderer, folder, document.location());
    }

    private void other(Document document) {
        Node root = document.root().orElseThrow();
        boolean version = root.get("apiVersion").isPresent();
        boolean kind = root.get("kind").isPresent();
        if (version != kind) {
            String missing = version ? "kind" : "apiVersion";
            problems.add(Problem.warning(
                    "incomplete-object",
                    "This has " + (version ? "an apiVersion but no kind" : "a kind but no apiVersion")
                            + ": it was not read.",
                    "add " + missing + " if it is meant to be an object",
                    document.location()));
        } else if (version) {
            problems.add(Problem.error(
                    "wrong-type",
                    "apiVersion and kind must be strings: this was not read.",
                    "write them as strings",
                    document.location()));
        }
        aside(document, Outcome.OTHER, "YAML or JSON without apiVersion and kind is no object");
    }

    private void aside(Document document, Outcome outcome, String reason) {
        setAside.add(new SetAside(outcome.word(), reason, document.location()));
    }

    private static String reasonOf(Problem failure) {
        return failure.remedy().isEmpty() ? failure.message() : failure.message() + " (" + failure.remedy() + ")";
    }

    DocumentSorting finish() {
        problems.addAll(folders.problems());
        return new DocumentSorting(objects, counts, setAside, problems, explained);
    }
}
