package dev.bartizan.ingest.documents;

import dev.bartizan.source.Location;
import dev.bartizan.source.Problem;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** One problem per folder that has to be rendered, however many files it holds. */
final class FolderProblems {
    /** What renders a folder into objects. */
    enum Renderer {
        HELM("helm-template", Problem.Level.ERROR, "Not read: templates of a Helm chart", "helm template "),
        KUSTOMIZE(
                "kustomization",
                Problem.Level.WARNING,
                "Not applied, its files were read as they are: a kustomization",
                "kubectl kustomize "),
        OPENSHIFT("openshift-template", Problem.Level.ERROR, "Not read: templates of OpenShift", "oc process -f ");

        private final String code;
        private final Problem.Level level;
        private final String message;
        private final String command;

        Renderer(String code, Problem.Level level, String message, String command) {
            this.code = code;
            this.level = level;
            this.message = message;
            this.command = command;
        }

        /** What to do about a folder. */
        String remedy(String folder) {
            return "render first: " + command + folder;
        }
    }

    private record Place(Renderer renderer, String folder) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            int order = renderer.compareTo(other.renderer);
            return order != 0 ? order : folder.compareTo(other.folder);
        }
    }

    private record Seen(int documents, Location first) {
        Seen and(Seen other) {
            return new Seen(documents + other.documents, first.compareTo(other.first) <= 0 ? first : other.first);
        }
    }

    private final SortedMap<Place, Seen> places = new TreeMap<>();

    void add(Renderer renderer, String folder, Location location) {
        places.merge(new Place(renderer, folder), new Seen(1, location), Seen::and);
    }

    List<Problem> problems() {
        return places.entrySet().stream()
                .map(entry -> problem(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Problem problem(Place place, Seen seen) {
        Renderer renderer = place.renderer();
        String number = seen.documents() == 1 ? "." : " (" + seen.documents() + " documents).";
        return new Problem(
                renderer.code,
                renderer.level,
                renderer.message + number,
                renderer.remedy(place.folder()) + " | bartizan assess -",
                Optional.of(seen.first()));
    }
}
