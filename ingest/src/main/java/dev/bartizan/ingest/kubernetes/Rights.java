package dev.bartizan.ingest.kubernetes;

import dev.bartizan.ingest.draft.AssetDraft;
import dev.bartizan.ingest.draft.GrantDraft;
import dev.bartizan.ingest.draft.PlatformDraft;
import dev.bartizan.ingest.objects.AssetIds;
import dev.bartizan.ingest.objects.Identified;
import dev.bartizan.ingest.objects.Inventory;
import dev.bartizan.ingest.objects.Manifest;
import dev.bartizan.ingest.objects.Place;
import dev.bartizan.ingest.objects.Reports;
import dev.bartizan.source.Location;
import dev.bartizan.source.Problem;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Resolves bindings to effective rights. Subjects need no object of their own: a user or group never has one, and the rights of a service account
 * count even when its manifest lies elsewhere. Of roles that are not in the input only those get an asset that every cluster has.
 */
final class Rights {
    static final String GROUP = "rbac.authorization.k8s.io";
    private static final Set<String> BUILT_IN_ROLES = Set.of("cluster-admin", "admin", "edit", "view");
    private static final int MOST_GRANTS = 1_000_000;

    private final Inventory inventory;
    private final RoleRules rules;
    private final PlatformDraft draft;
    private final Reports reports;
    private boolean cut;

    private Rights(List<Identified> all, Inventory inventory, PlatformDraft draft, Reports reports) {
        this.inventory = inventory;
        this.rules = new RoleRules(all, reports);
        this.draft = draft;
        this.reports = reports;
    }

    static void resolve(List<Identified> all, Inventory inventory, PlatformDraft draft, Reports reports) {
        var rights = new Rights(all, inventory, draft, reports);
        for (Identified entry : all) {
            Manifest manifest = entry.manifest();
            if (manifest.is(GROUP, "RoleBinding") || manifest.is(GROUP, "ClusterRoleBinding")) {
                rights.bind(entry);
            }
        }
    }

    /** What a binding refers to. */
    private record Role(AssetDraft asset, List<RoleRules.Rule> rules) {}

    private void bind(Identified binding) {
        Optional<Role> role = role(binding);
        Place subjects = Place.of(
                binding.manifest().root().get("subjects"), binding.manifest().pointer("/subjects"));
        for (int i = 0; i < subjects.items(); i++) {
            Place place = subjects.item(i);
            Optional<AssetDraft> subject = subject(binding, place);
            if (subject.isPresent() && role.isPresent()) {
                grant(binding, subject.get(), role.get(), place.location());
            }
        }
    }

    private void grant(Identified binding, AssetDraft subject, Role role, Location evidence) {
        draft.link(subject, role.asset(), "may-do", evidence);
        String scope = binding.manifest().kind().equals("ClusterRoleBinding") ? "*" : binding.namespace();
        for (RoleRules.Rule rule : role.rules()) {
            if (draft.grantCount() >= MOST_GRANTS) {
                reportCut(evidence);
                return;
            }
            draft.grant(new GrantDraft(
                    subject, rule.role().asset(), binding.asset(), scope, rule.rule(), rule.pointer(), evidence));
        }
    }

    private void reportCut(Location place) {
        if (!cut) {
            cut = true;
            reports.add(Problem.error(
                    "too-many-rights",
                    "More than " + MOST_GRANTS + " rights: those from here on were not resolved.",
                    "assess the platform in parts",
                    place));
        }
    }

    private Optional<Role> role(Identified binding) {
        Place reference = Place.of(
                binding.manifest().root().get("roleRef"), binding.manifest().pointer("/roleRef"));
        String kind = reference.node().get("kind").text("");
        String name = reference.node().get("name").text("");
        boolean isCluster = kind.equals("ClusterRole");
        if (name.isEmpty() || !(isCluster || kind.equals("Role"))) {
            return Optional.empty();
        }
        String namespace = isCluster ? "-" : binding.namespace();
        Optional<Identified> found = inventory.find(binding, GROUP, kind, namespace, name);
        if (found.isPresent()) {
            return Optional.of(new Role(found.get().asset(), rules.of(found.get())));
        }
        if (isCluster && (BUILT_IN_ROLES.contains(name) || name.startsWith("system:"))) {
            return Optional.of(new Role(refer(binding, GROUP, kind, "-", name, reference.location()), List.of()));
        }
        reports.missing(kind, reference.location());
        return Optional.empty();
    }

    private Optional<AssetDraft> subject(Identified binding, Place place) {
        String kind = place.node().get("kind").text("");
        String name = place.node().get("name").text("");
        if (name.isEmpty()) {
            return Optional.empty();
        }
        return switch (kind) {
            case "ServiceAccount" -> Optional.of(serviceAccount(binding, place, name));
            case "User", "Group" -> Optional.of(refer(binding, GROUP, kind, "-", name, place.location()));
            default -> Optional.empty();
        };
    }

    private AssetDraft serviceAccount(Identified binding, Place place, String name) {
        String inBinding = binding.namespace().equals("-") ? "default" : binding.namespace();
        String namespace = place.node().get("namespace").text(inBinding);
        return inventory
                .find(binding, "core", "ServiceAccount", namespace, name)
                .map(Identified::asset)
                .orElseGet(() -> refer(binding, "core", "ServiceAccount", namespace, name, place.location()));
    }

    private AssetDraft refer(
            Identified from, String group, String kind, String namespace, String name, Location location) {
        String id = AssetIds.of(from.cluster(), group, kind, namespace, name);
        return draft.asset(id, () -> AssetDraft.referred(id, kind, group, namespace, name, location));
    }
}
