package dev.bartizan.baseline;

import dev.bartizan.baseline.manifest.Gaps;
import dev.bartizan.graph.Severity;
import dev.bartizan.graph.Truth;
import dev.bartizan.knowledge.CheckFamily;
import dev.bartizan.knowledge.CheckFamily.Width;
import dev.bartizan.knowledge.Checks;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Puts together what has one cause: a family of checks on one asset; a family that several workloads of a namespace fail alike; everything that one
 * missing piece of input leaves undecided.
 */
final class Grouping {
    /** More assets of one namespace that fail the same check are one finding, also where each has its own cause: nobody reads the same line twenty times. */
    private static final int MOST_SINGLE = 4;

    private final Checks checks;
    private final PlatformIndex platform;

    Grouping(Checks checks, PlatformIndex platform) {
        this.checks = checks;
        this.platform = platform;
    }

    /** What members must share to be one finding. */
    private record Key(String cause, String namespace, SortedSet<String> gaps, Optional<Exemption> exemption) {}

    List<Group> group(List<RawMember> members, Exemptions exemptions) {
        var confirmed = new LinkedHashMap<Key, List<RawMember>>();
        var undecided = new LinkedHashMap<Key, List<RawMember>>();
        for (RawMember member : members) {
            var exemption = exemptions.covering(member);
            switch (member.truth()) {
                case Truth.Undecided truth -> add(undecided, undecidedKey(member, truth.gaps(), exemption), member);
                case Truth.Confirmed _, Truth.Refuted _ -> add(confirmed, confirmedKey(member, exemption), member);
            }
        }
        var groups = new ArrayList<Group>();
        confirmed.forEach((key, found) -> groups.addAll(ofConfirmed(key, found)));
        undecided.forEach((key, found) -> groups.add(ofUndecided(key, found)));
        return groups;
    }

    private static void add(Map<Key, List<RawMember>> groups, Key key, RawMember member) {
        groups.computeIfAbsent(key, ignored -> new ArrayList<>()).add(member);
    }

    private static String cause(RawMember member) {
        return member.isByDesign()
                ? CheckFamily.BY_DESIGN
                : member.check().family().orElse(member.check().id());
    }

    /** All is looked at by namespace first. */
    private Key confirmedKey(RawMember member, Optional<Exemption> exemption) {
        return new Key(cause(member), namespace(member), new TreeSet<>(), exemption);
    }

    private String namespace(RawMember member) {
        return platform.platform().asset(member.asset()).namespace();
    }

    private List<Group> ofConfirmed(Key key, List<RawMember> members) {
        var family = checks.family(key.cause());
        boolean isWide = family.filter(one -> one.over() == Width.NAMESPACE).isPresent();
        if (isWide && assets(members) > 1) {
            return List.of(wide(family, key, members));
        }
        var groups = new ArrayList<Group>();
        var few = new ArrayList<RawMember>();
        byRule(members).values().forEach(alike -> {
            if (assets(alike) > MOST_SINGLE) {
                groups.add(wide(Optional.empty(), key, alike));
            } else {
                few.addAll(alike);
            }
        });
        byAsset(few)
                .forEach((asset, found) ->
                        groups.add(new Group(family, asset, Optional.empty(), key.exemption(), found)));
        return groups;
    }

    private Group wide(Optional<CheckFamily> family, Key key, List<RawMember> members) {
        return new Group(
                family, anchor(key.namespace(), members), Optional.of(key.namespace()), key.exemption(), members);
    }

    private static Map<String, List<RawMember>> byRule(List<RawMember> members) {
        var rules = new LinkedHashMap<String, List<RawMember>>();
        members.forEach(member -> rules.computeIfAbsent(member.check().id(), rule -> new ArrayList<>())
                .add(member));
        return rules;
    }

    private static Map<Integer, List<RawMember>> byAsset(List<RawMember> members) {
        var assets = new TreeMap<Integer, List<RawMember>>();
        members.forEach(member -> assets.computeIfAbsent(member.asset(), asset -> new ArrayList<>())
                .add(member));
        return assets;
    }

    private static long assets(List<RawMember> members) {
        return members.stream().mapToInt(RawMember::asset).distinct().count();
    }

    /** The Namespace if it was read, else the first of its workloads. */
    private int anchor(String namespace, List<RawMember> members) {
        var contents = platform.namespaces().get(namespace);
        return contents == null
                ? members.getFirst().asset()
                : contents.object().orElse(members.getFirst().asset());
    }

    /** What one question settles is one finding, be it about a namespace, the cluster or a parameter; everything else is about its namespace. */
    private Key undecidedKey(RawMember member, SortedSet<String> gaps, Optional<Exemption> exemption) {
        boolean isWide = gaps.stream()
                .allMatch(gap ->
                        Gaps.place(gap).isPresent() || Gaps.parameter(gap).isPresent());
        if (!isWide && member.check().severity().compareTo(Severity.LOW) <= 0) {
            // Nobody can answer it, and little hangs on it: it must not be called clean, but once is enough.
            return new Key(CheckFamily.NOT_DECIDED, "", new TreeSet<>(), exemption);
        }
        return new Key(cause(member), isWide ? "" : namespace(member), gaps, exemption);
    }

    private Group ofUndecided(Key key, List<RawMember> members) {
        Optional<String> namespace = key.gaps().stream()
                .flatMap(gap -> Gaps.namespace(gap).stream())
                .findFirst()
                .or(() -> Optional.of(key.namespace()).filter(name -> !name.isEmpty()));
        boolean isOne = assets(members) == 1;
        int anchor = namespace.isPresent() && !isOne
                ? anchor(namespace.get(), members)
                : members.getFirst().asset();
        return new Group(
                checks.family(key.cause()), anchor, namespace.filter(name -> !isOne), key.exemption(), members);
    }
}
