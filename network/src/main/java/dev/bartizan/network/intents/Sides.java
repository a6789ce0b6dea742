package dev.bartizan.network.intents;

import dev.bartizan.graph.Asset;
import dev.bartizan.graph.Glob;
import dev.bartizan.graph.Intent;
import dev.bartizan.graph.Platform;
import dev.bartizan.network.engine.Engine;
import dev.bartizan.network.model.AddressRange;
import dev.bartizan.network.model.Outsider;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells who is on a side of an intent. */
final class Sides {
    private final Platform platform;
    private final Engine engine;
    private final Participants participants;
    private final Map<List<Intent.Side>, BitSet> known = new HashMap<>();

    Sides(Platform platform, Engine engine, Participants participants) {
        this.platform = platform;
        this.engine = engine;
        this.participants = participants;
    }

    /** Those on any of the sides, by their numbers. Intents share sides: each is worked out once, and nobody changes the answer. */
    BitSet on(List<Intent.Side> sides) {
        return known.computeIfAbsent(sides, this::find);
    }

    private BitSet find(List<Intent.Side> sides) {
        var members = new BitSet();
        for (int i = 0; i < participants.count(); i++) {
            members.set(i, isOn(sides, participants.get(i)));
        }
        return members;
    }

    /** Those who are anyone. */
    BitSet anyone() {
        var members = new BitSet();
        for (int i = 0; i < participants.count(); i++) {
            Participant each = participants.get(i);
            members.set(i, each.isWorkload() || isOutside(each));
        }
        return members;
    }

    private boolean isOn(List<Intent.Side> sides, Participant each) {
        for (Intent.Side side : sides) {
            if (isOn(side, each)) {
                return true;
            }
        }
        return false;
    }

    private boolean isOn(Intent.Side side, Participant each) {
        boolean isMeant = each.isWorkload() ? isMeantWorkload(side, each) : isMeantOutside(side, each);
        return isMeant && !isOn(side.except(), each);
    }

    private boolean isMeantWorkload(Intent.Side side, Participant each) {
        boolean isOfAll = side.who()
                .map(who -> who == Intent.Side.Who.ANYONE || who == Intent.Side.Who.WORKLOADS)
                .orElse(true);
        return isOfAll && side.addresses().isEmpty() && agrees(side, each);
    }

    private boolean agrees(Intent.Side side, Participant each) {
        Asset asset = platform.asset(each.asset());
        var what = asset.classification();
        return any(side.roles(), what.role())
                && any(side.ids(), asset.id())
                && any(side.namespaces(), asset.namespace())
                && any(side.names(), asset.name())
                && (any(side.kinds(), asset.kind()) || any(side.kinds(), asset.group() + "/" + asset.kind()))
                && any(side.zones(), asset.zone())
                && one(side.components(), what.component())
                && one(side.layers(), what.layer())
                && one(side.planes(), what.plane())
                && each.pod().filter(pod -> hasAll(side.labels(), pod.labels())).isPresent();
    }

    private static boolean any(List<String> patterns, String text) {
        for (String pattern : patterns) {
            if (Glob.matches(pattern, text)) {
                return true;
            }
        }
        return patterns.isEmpty();
    }

    private static <T> boolean one(List<T> words, Optional<T> word) {
        return words.isEmpty() || word.filter(words::contains).isPresent();
    }

    private static boolean hasAll(Map<String, String> wanted, Map<String, String> labels) {
        return wanted.entrySet().stream()
                .allMatch(label -> labels.containsKey(label.getKey())
                        && Glob.matches(label.getValue(), labels.getOrDefault(label.getKey(), "")));
    }

    private boolean isMeantOutside(Intent.Side side, Participant each) {
        return isOutside(each) && isMeant(side, outside(each));
    }

    private Outside outside(Participant each) {
        return engine.isOutsider(each.party())
                ? new Outside(Optional.empty())
                : new Outside(Optional.of(engine.addressesOf(each.party())));
    }

    /** Whether somebody outside is on any of the sides. */
    static boolean isOn(List<Intent.Side> sides, Outside who) {
        return sides.stream().anyMatch(side -> isMeant(side, who) && !isOn(side.except(), who));
    }

    private static boolean isMeant(Intent.Side side, Outside who) {
        if (!side.addresses().isEmpty()) {
            return side.addresses().stream().anyMatch(block -> isWithin(block, who));
        }
        return side.who()
                .map(all -> switch (all) {
                    case ANYONE, OUTSIDE -> true;
                    case INTERNET -> who.isPublic();
                    case WORKLOADS -> false;
                })
                .orElse(false);
    }

    /** Not the machines of the cluster and its API server. */
    private boolean isOutside(Participant each) {
        return each.asset() == Participant.OUTSIDE
                && (!engine.isOutsider(each.party())
                        || engine.outsider(each.party()).kind() == Outsider.Kind.DOMAIN);
    }

    /** Policies tell no two addresses of a range apart, so that what overlaps stands for what is inside. */
    private static boolean isWithin(String block, Outside who) {
        return who.addresses().stream()
                .anyMatch(addresses -> AddressRange.ofCidr(block)
                        .filter(range -> range.overlaps(addresses))
                        .isPresent());
    }
}
