package dev.bartizan.threats;

import dev.bartizan.graph.Asset;
import dev.bartizan.graph.Link;
import dev.bartizan.graph.Platform;
import dev.bartizan.knowledge.Threat;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Which assets and links a threat or an incident can be about. */
final class Candidates {
    private static final Pattern READ_OF_MANIFESTS = Pattern.compile("\\b(fails|isPrivileged|hasRight)\\([^()]*\\)");

    private final Platform platform;
    private final CheckResults checks;
    private final Map<String, List<Integer>> byRole = new HashMap<>();
    private final Map<String, BitSet> scopes = new ConcurrentHashMap<>();

    Candidates(Platform platform, CheckResults checks) {
        this.platform = platform;
        this.checks = checks;
        for (int i = 0; i < platform.assets().size(); i++) {
            byRole.computeIfAbsent(platform.asset(i).classification().role(), key -> new ArrayList<>())
                    .add(i);
        }
    }

    /** Indexes, ascending. */
    List<Integer> assets(List<String> roles, List<String> components) {
        return roles.stream()
                .distinct()
                .flatMap(role -> byRole.getOrDefault(role, List.of()).stream())
                .filter(index -> components.isEmpty()
                        || platform.asset(index).classification().component().stream()
                                .anyMatch(components::contains))
                .sorted()
                .toList();
    }

    /** Of a threat that is about assets; what no check of it looks at is none of its business, and no proof that it is sound. */
    List<Integer> assets(Threat threat) {
        List<Integer> assets = assets(threat.roles(), threat.components());
        if (isForManifests(threat)) {
            assets = assets.stream()
                    .filter(index -> !DeclaredWays.isDeclared(platform.asset(index)))
                    .toList();
        }
        return threat.checkedBy().stream().noneMatch(checks::ran)
                ? assets
                : assets.stream().filter(index -> isChecked(threat, index)).toList();
    }

    /** Whether only checks and rights tell: no check reads an asset that people declared. */
    private static boolean isForManifests(Threat threat) {
        return READ_OF_MANIFESTS.matcher(threat.when()).replaceAll("").chars().noneMatch(Character::isLetter);
    }

    private boolean isChecked(Threat threat, int asset) {
        return threat.checkedBy().stream()
                .anyMatch(check -> checks.state(check, asset) != CheckResults.State.NOT_APPLICABLE);
    }

    /** The assets that a threat can be about, with both ends of its links; to be read only. */
    BitSet all(Threat threat) {
        return scopes.computeIfAbsent(threat.id(), id -> scope(threat));
    }

    private BitSet scope(Threat threat) {
        var all = new BitSet();
        if (threat.isAboutLinks()) {
            links(threat).forEach(link -> {
                all.set(link.from());
                all.set(link.to());
            });
        } else {
            assets(threat).forEach(all::set);
        }
        return all;
    }

    /** Each pair of ends once per kind. */
    List<Link> links(Threat threat) {
        var links = new HashMap<String, Link>();
        var ordered = new ArrayList<Link>();
        for (int from : assets(threat)) {
            for (Link link : platform.linksFrom(from)) {
                Asset to = platform.asset(link.to());
                boolean fits = threat.links().contains(link.kind())
                        && (threat.toRoles().isEmpty()
                                || threat.toRoles().contains(to.classification().role()));
                if (fits && links.putIfAbsent(from + " " + link.to() + " " + link.kind(), link) == null) {
                    ordered.add(link);
                }
            }
        }
        return ordered;
    }
}
