package dev.bartizan.ingest.routing;

import dev.bartizan.ingest.draft.AssetDraft;
import dev.bartizan.ingest.draft.PlatformDraft;
import dev.bartizan.ingest.objects.AssetIds;
import dev.bartizan.ingest.objects.Identified;
import dev.bartizan.ingest.objects.Inventory;
import dev.bartizan.ingest.objects.Place;
import dev.bartizan.ingest.objects.Pod;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Links workloads to the namespaces that their commands deploy into: {@code kubectl set image -n serving ...}. */
final class DeliveryCommands {
    private static final String DEPLOYS = "deploys";
    private static final String ARGO_NAMESPACE = "argocd";
    private static final int LONGEST = 262_144;

    private final Inventory inventory;
    private final PlatformDraft draft;

    private DeliveryCommands(Inventory inventory, PlatformDraft draft) {
        this.inventory = inventory;
        this.draft = draft;
    }

    static void link(List<Identified> workloads, Inventory inventory, PlatformDraft draft) {
        var commands = new DeliveryCommands(inventory, draft);
        for (Identified workload : workloads) {
            for (Pod pod : workload.pods()) {
                pod.containers().forEach(container -> commands.container(workload, container));
            }
        }
    }

    private void container(Identified workload, Pod.Container container) {
        var place = Place.of(container.mapping(), container.pointer());
        var words = new ArrayList<Place>();
        for (String list : List.of("command", "args")) {
            for (int i = 0; i < place.get(list).items(); i++) {
                words.add(place.get(list).item(i));
            }
        }
        words.forEach(word -> script(workload, word));
        script(workload, place.get("source"));
        script(workload, place.get("script"));
        program(workload, place, words);
    }

    private void script(Identified workload, Place place) {
        String text = place.node().text("");
        boolean isScript = text.indexOf(' ') > 0 && text.length() <= LONGEST && DeliveryCommand.mayBeIn(text);
        if (isScript) {
            for (String line : text.replace("\\\n", " ").split("[\n;|&]")) {
                List<String> words = Arrays.stream(line.strip().split("\\s+"))
                        .map(DeliveryCommands::withoutQuotes)
                        .toList();
                DeliveryCommand.of(words).ifPresent(command -> link(workload, command, place));
            }
        }
    }

    /** The words of a command that is started without a shell, or those that an image hands to its one program. */
    private void program(Identified workload, Place container, List<Place> places) {
        if (places.isEmpty()) {
            return;
        }
        List<String> words = new ArrayList<>();
        if (container.get("command").items() == 0) {
            words.add(programOf(container.get("image").node().text("")));
        }
        places.forEach(place -> words.add(place.node().text("")));
        if (DeliveryCommand.mayBeIn(words.getFirst() + " ")) {
            DeliveryCommand.of(words).ifPresent(command -> link(workload, command, places.getFirst()));
        }
    }

    private static String programOf(String image) {
        String name = image.substring(image.lastIndexOf('/') + 1);
        int end = name.indexOf(':');
        String program = end < 0 ? name : name.substring(0, end);
        return DeliveryCommand.isTool(program) ? program : "";
    }

    private void link(Identified workload, DeliveryCommand command, Place evidence) {
        target(workload, command)
                .ifPresent(target -> draft.link(workload.asset(), target, DEPLOYS, evidence.location()));
    }

    private Optional<AssetDraft> target(Identified workload, DeliveryCommand command) {
        if (command.application().isPresent()) {
            return inventory
                    .find(
                            workload,
                            "argoproj.io",
                            "Application",
                            ARGO_NAMESPACE,
                            command.application().get())
                    .map(Identified::asset);
        }
        return command.namespace()
                .or(() -> command.isInOwnNamespace() ? Optional.of(workload.namespace()) : Optional.empty())
                .flatMap(name -> draft.find(AssetIds.of(workload.cluster(), "core", "Namespace", "-", name)));
    }

    private static String withoutQuotes(String word) {
        return word.replace("\"", "").replace("'", "");
    }
}
