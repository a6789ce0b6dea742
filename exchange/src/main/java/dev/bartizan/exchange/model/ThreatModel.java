package dev.bartizan.exchange.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A threat model as such, whoever wrote it down: zones, assets, links, data assets, threats, controls and what else is said, without the way in which one
 * format says it. Parts of a kind keep the order in which they were read.
 */
public final class ThreatModel {
    private final Part header;
    private final Map<Kind, List<Part>> parts;
    private final Map<Ref, Part> byRef = new HashMap<>();

    private ThreatModel(Part header, Map<Kind, List<Part>> parts) {
        this.header = header;
        this.parts = parts;
        parts.values().forEach(list -> list.forEach(part -> byRef.putIfAbsent(part.ref(), part)));
    }

    /** @param header of the kind {@link Kind#MODEL}: what is said of the model as a whole */
    public static ThreatModel of(Part header, List<Part> parts) {
        var byKind = new EnumMap<Kind, List<Part>>(Kind.class);
        parts.forEach(part ->
                byKind.computeIfAbsent(part.kind(), _ -> new ArrayList<>()).add(part));
        byKind.replaceAll((_, list) -> List.copyOf(list));
        return new ThreatModel(header, Collections.unmodifiableMap(byKind));
    }

    public Part header() {
        return header;
    }

    public List<Part> parts(Kind kind) {
        return kind == Kind.MODEL ? List.of(header) : parts.getOrDefault(kind, List.of());
    }

    public List<Part> zones() {
        return parts(Kind.ZONE);
    }

    public List<Part> assets() {
        return parts(Kind.ASSET);
    }

    public List<Part> links() {
        return parts(Kind.LINK);
    }

    public List<Part> data() {
        return parts(Kind.DATA);
    }

    public List<Part> threats() {
        return parts(Kind.THREAT);
    }

    public List<Part> controls() {
        return parts(Kind.CONTROL);
    }

    public Optional<Part> find(Ref ref) {
        return Optional.ofNullable(byRef.get(ref));
    }

    /** All parts, the model itself first, then by kind. */
    public List<Part> all() {
        var all = new ArrayList<Part>();
        for (Kind kind : Kind.values()) {
            all.addAll(parts(kind));
        }
        return all;
    }

    /** The controls by the threats that they counter. */
    public Map<String, List<Part>> controlsByThreat() {
        return backwards(controls(), Field.THREATS);
    }

    /** The threats by what they are directed at. */
    public Map<Ref, List<Part>> threatsByTarget() {
        var byTarget = new LinkedHashMap<Ref, List<Part>>();
        for (Part threat : threats()) {
            threat.refs(Field.TARGETS)
                    .forEach(target -> byTarget.computeIfAbsent(target, _ -> new ArrayList<>())
                            .add(threat));
        }
        return byTarget;
    }

    private static Map<String, List<Part>> backwards(List<Part> parts, Field field) {
        var byTarget = new LinkedHashMap<String, List<Part>>();
        for (Part part : parts) {
            part.ids(field)
                    .forEach(id ->
                            byTarget.computeIfAbsent(id, _ -> new ArrayList<>()).add(part));
        }
        return byTarget;
    }

    /** The zone that a part is in: its own, or that of what it is a part of; bounded, for a file may lead in a circle. */
    public Optional<Part> zoneOf(Part part) {
        Part at = part;
        for (int steps = 0; steps < 64; steps++) {
            Optional<Ref> zone = at.ref(Field.ZONE);
            if (zone.isPresent()) {
                return find(zone.get());
            }
            Optional<Part> parent = at.ref(Field.PARENT).flatMap(this::find);
            if (parent.isEmpty()) {
                return Optional.empty();
            }
            at = parent.get();
        }
        return Optional.empty();
    }
}
