package dev.bartizan.ingest.documents;

import dev.bartizan.source.Document;
import dev.bartizan.source.Mapping;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The Helm charts of the input. Two braces alone do not make a template: Argo Workflows, Prometheus rules and serving runtimes are full of them and are
 * objects as they stand.
 */
final class Charts {
    private static final String TEMPLATES = "/templates/";
    private static final List<String> HELM_WORDS =
            List.of(".Values", ".Release", ".Chart", ".Capabilities", "include ", "template ", "tpl ");

    private final Set<String> folders;

    private Charts(Set<String> folders) {
        this.folders = folders;
    }

    static Charts of(List<Document> documents) {
        var folders = new HashSet<String>();
        for (Document document : documents) {
            String name = document.file().name();
            if (FileName.last(name).equals("Chart.yaml")) {
                folders.add(FileName.folder(name));
            }
        }
        return new Charts(folders);
    }

    /** Whether the file is among the templates of a chart whose description was read too. */
    boolean holds(String name) {
        return !folders.isEmpty() && folders.contains(chartOf(name));
    }

    /** The folder to render: that of the chart the file looks to be in, else its own. */
    String folderOf(String name) {
        String chart = chartOf(name);
        return chart.isEmpty() ? FileName.folder(name) : chart;
    }

    private static String chartOf(String name) {
        int templates = name.indexOf(TEMPLATES);
        if (templates >= 0) {
            return name.substring(0, templates);
        }
        return name.startsWith(TEMPLATES.substring(1)) ? "." : "";
    }

    /** Whether what names the object is left to Helm: then nothing can be said of the rest either. */
    static boolean isTemplate(Mapping root) {
        return isOpen(root.get("kind").text(""))
                || isOpen(root.get("apiVersion").text(""))
                || isOpen(root.at("metadata", "name").text(""))
                || isOpen(root.at("metadata", "namespace").text(""));
    }

    private static boolean isOpen(String text) {
        return text.contains("{{") && HELM_WORDS.stream().anyMatch(text::contains);
    }
}
