package dev.bartizan.network.mesh;

import dev.bartizan.network.model.LabelExpression;
import dev.bartizan.network.model.LabelSelector;
import dev.bartizan.network.model.PeerMatch;
import dev.bartizan.network.model.Pod;
import dev.bartizan.network.model.PodMatch;
import java.util.ArrayList;
import java.util.List;

/** Senders by what their certificate says. Who has none is nobody that a list names, and so is among those whom a list excludes. */
final class Identities {
    private final MeshSettings settings;

    Identities(MeshSettings settings) {
        this.settings = settings;
    }

    /** By the whole identity: {@code cluster.local/ns/shop/sa/web}. */
    PeerMatch principals(List<String> written) {
        var any = new ArrayList<LabelExpression>();
        for (String text : written) {
            any.add(TextPattern.of(local(text)).at(Pod.PRINCIPAL));
        }
        return pods(any);
    }

    /** That of the mesh itself is called {@code cluster.local} whatever its name. */
    private String local(String principal) {
        return settings.trustDomains().stream()
                .filter(domain -> principal.startsWith(domain + "/"))
                .findFirst()
                .map(domain -> MeshSettings.TRUST_DOMAIN + principal.substring(domain.length()))
                .orElse(principal);
    }

    PeerMatch namespaces(List<String> written) {
        var any = new ArrayList<LabelExpression>();
        for (String text : written) {
            any.add(new LabelExpression.All(
                    List.of(MeshPods.identified(), TextPattern.of(text).at(Pod.NAMESPACE))));
        }
        return pods(any);
    }

    /** Written {@code shop/web}, or {@code web} for one of the policy's own namespace. */
    PeerMatch serviceAccounts(List<String> written, String namespace) {
        return principals(written.stream()
                .map(text -> text.indexOf('/') < 0 ? namespace + "/" + text : text)
                .map(text -> principal(text.substring(0, text.indexOf('/')), text.substring(text.indexOf('/') + 1)))
                .toList());
    }

    PeerMatch trustDomains(List<String> written) {
        boolean isLocal = written.stream()
                .map(TextPattern::of)
                .anyMatch(pattern -> settings.trustDomains().stream().anyMatch(pattern::matches));
        return pods(List.of(isLocal ? MeshPods.identified() : LabelSelector.NOTHING));
    }

    /** The identity of a service account in the mesh that it belongs to. */
    static String principal(String namespace, String account) {
        return MeshSettings.TRUST_DOMAIN + "/ns/" + namespace + "/sa/" + account;
    }

    private static PeerMatch pods(List<LabelExpression> any) {
        return new PeerMatch.Pods(PodMatch.across(LabelSelector.EVERYTHING, new LabelExpression.Any(any)));
    }

    /** The same senders, where nobody can show who he is. */
    static PeerMatch unidentified(PeerMatch senders) {
        return switch (senders) {
            case PeerMatch.Pods _ ->
                new PeerMatch.Pods(PodMatch.across(LabelSelector.EVERYTHING, LabelSelector.NOTHING));
            case PeerMatch.AllOf(var parts) ->
                new PeerMatch.AllOf(parts.stream().map(Identities::unidentified).toList());
            case PeerMatch.Not(var part) -> new PeerMatch.Not(unidentified(part));
            case PeerMatch.Addresses _,
                    PeerMatch.Nodes _,
                    PeerMatch.OwnNode _,
                    PeerMatch.Named _,
                    PeerMatch.Anybody _ -> senders;
        };
    }
}
