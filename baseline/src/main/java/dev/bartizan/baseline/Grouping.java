package dev.bartizan.baseline;

import dev.bartizan.baseline.manifest.Gaps;
import dev.bartizan.graph.Severity;
import dev.bartizan.graph.Truth;
import dev.bartizan.knowledge.CheckFamily;
import dev.bartizan.knowledge.CheckFamily.Width;
import dev.bartizan.knowledge.Checks;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;

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
    private record Key(String cause, String namespace, SortedSet<String> gaps, Optional<Exemption> exemption) {
        /** Written out, because each member is looked up; what few things are exempted need not spread keys. */
        @Override
        public int hashCode() {
            return 31 * (31 * cause.hashCode() + namespace.hashCode()) + gaps.hashCode();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && cause.equals(key.cause)
                    && namespace.equals(key.namespace)
                    && gaps.equals(key.gaps)
                    && exemption.equals(key.exemption);
        }
    }

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

    /** All is looked at by namespace first, and by the widest family. */
    private Key confirmedKey(RawMember member, Optional<Exemption> exemption) {
        String own = cause(member);
        String widest = checks.family(own).flatMap(CheckFamily::partOf).orElse(own);
        return new Key(widest, namespace(member), Collections.emptySortedSet(), exemption);
    }

    /** The narrowest family that all of these are of. */
    private Optional<CheckFamily> family(Key key, List<RawMember> members) {
        List<String> causes =
                members.stream().map(Grouping::cause).distinct().limit(2).toList();
        return checks.family(causes.size() == 1 ? causes.getFirst() : key.cause());
    }

    private String namespace(RawMember member) {
        return platform.platform().asset(member.asset()).namespace();
    }

    private List<Group> ofConfirmed(Key key, List<RawMember> members) {
        boolean isWide = checks.family(key.cause())
                .filter(one -> one.over() == Width.NAMESPACE)
                .isPresent();
        if (isWide && Group.assets(members) > 1) {
            return List.of(wide(family(key, members), key, members));
        }
        var groups = new ArrayList<Group>();
        var few = new ArrayList<RawMember>();
        byRule(members).values().forEach(alike -> {
            if (Group.assets(alike) > MOST_SINGLE) {
                groups.add(wide(Optional.empty(), key, alike));
            } else {
                few.addAll(alike);
            }
        });
        byAsset(few)
                .forEach((asset, found) ->
                        groups.add(new Group(family(key, found), asset, Optional.empty(), key.exemption(), found)));
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

    /** The Namespace if it was read, else the first of its workloads. */
    private int anchor(String namespace, List<RawMember> members) {
        var contents = platform.namespaces().get(namespace);
        return contents == null
                ? members.getFirst().asset()
                : contents.object().orElse(members.getFirst().asset());
    }

    /**
     * What is missing in several namespaces alike is one finding with a question for each; what one question settles about the cluster or a parameter
     * is one finding; everything else is about its namespace.
     */
    private Key undecidedKey(RawMember member, SortedSet<String> gaps, Optional<Exemption> exemption) {
        if (member.check().severity().compareTo(Severity.LOW) <= 0) {
            // Little hangs on it: it must not be called clean, but once is enough.
            return new Key(CheckFamily.NOT_DECIDED, "", Collections.emptySortedSet(), exemption);
        }
        boolean isWide = gaps.stream()
                .allMatch(gap ->
                        Gaps.place(gap).isPresent() || Gaps.parameter(gap).isPresent());
        return new Key(cause(member), isWide ? "" : namespace(member), Gaps.ofAnyNamespace(gaps), exemption);
    }

    private Group ofUndecided(Key key, List<RawMember> members) {
        List<String> named = members.stream()
                .flatMap(member -> member.gaps().stream())
                .flatMap(gap -> Gaps.namespace(gap).stream())
                .distinct()
                .limit(2)
                .toList();
        Optional<String> namespace = Optional.of(named.size() == 1 ? named.getFirst() : key.namespace())
                .filter(name -> !name.isEmpty());
        boolean isOne = Group.assets(members) == 1;
        int anchor = namespace.isPresent() && !isOne
                ? anchor(namespace.get(), members)
                : members.getFirst().asset();
        return new Group(
                checks.family(key.cause()), anchor, namespace.filter(name -> !isOne), key.exemption(), members);
    }
}
