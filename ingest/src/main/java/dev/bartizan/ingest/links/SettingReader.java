package dev.bartizan.ingest.links;

import dev.bartizan.ingest.objects.Identified;
import dev.bartizan.ingest.objects.Place;
import dev.bartizan.ingest.objects.Pod;
import dev.bartizan.knowledge.SettingNames;
import dev.bartizan.source.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what an object's settings say; used by several threads at once. */
final class SettingReader {
    private final Configurations configurations;
    private final SettingNames names;

    SettingReader(Configurations configurations, SettingNames names) {
        this.configurations = configurations;
        this.names = names;
    }

    /** Empty when nothing in it says anything about others. */
    List<Spoken> read(Identified entry) {
        var said = new ArrayList<Spoken>();
        for (Pod pod : entry.pods()) {
            pod(entry, pod, said);
        }
        var fields = Mentions.ofSettings(names);
        ResourceFields.read(entry, fields);
        if (entry.manifest().group().equals("serving.kserve.io") && !fields.isEmpty()) {
            configurations.modelStore(entry, fields);
        }
        add(new Spoken(fields, new Mounts()), said);
        return said;
    }

    private void pod(Identified entry, Pod pod, List<Spoken> said) {
        for (Pod.Container container : pod.containers()) {
            var mentions = Mentions.ofSettings(names);
            ContainerSettings.read(entry, container, configurations, mentions);
            add(new Spoken(mentions, Mounts.of(pod, container)), said);
        }
        var files = Mentions.ofSettings(names);
        for (int i = 0; i < pod.volumes().items(); i++) {
            Place place = pod.volumes().item(i);
            Node volume = place.node();
            files.volume(place.get("csi"));
            file(entry, volume.get("configMap"), files);
            volume.at("projected", "sources").items().forEach(source -> file(entry, source.get("configMap"), files));
        }
        add(new Spoken(files, new Mounts()), said);
    }

    private void file(Identified entry, Node reference, Mentions files) {
        Optional<String> name = reference.get("name").text();
        name.flatMap(text -> configurations.find(entry, text))
                .ifPresent(configuration -> files.addAll(configuration.mentions()));
    }

    private static void add(Spoken spoken, List<Spoken> said) {
        if (!spoken.mentions().isEmpty()) {
            said.add(spoken);
        }
    }
}
