package dev.bartizan.network.antrea;

import dev.bartizan.network.model.LabelSelector;
import dev.bartizan.network.model.LabelSelector.Operator;
import dev.bartizan.network.model.LabelSelector.Requirement;
import dev.bartizan.network.model.Pod;
import dev.bartizan.network.model.PodMatch;
import dev.bartizan.network.reading.Selectors;
import dev.bartizan.network.reading.Written;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Pods by selectors or service accounts. Without a selector of namespaces, a policy of the cluster means all of them. */
final class AntreaPods {
    private final Selectors selectors;

    AntreaPods(Selectors selectors) {
        this.selectors = selectors;
    }

    /**
     * @param namespace of the policy, if it has one
     * @return empty when no pods are selected
     */
    Optional<PodMatch> of(Written peer, Optional<String> namespace) {
        if (peer.get("serviceAccount").isThere()) {
            Written account = peer.get("serviceAccount");
            return Optional.of(PodMatch.in(
                    account.get("namespace").text(), account(account.get("name").text())));
        }
        if (!peer.get("podSelector").isThere() && !peer.get("namespaceSelector").isThere()) {
            return Optional.empty();
        }
        LabelSelector pods = selectors.read(peer.get("podSelector"));
        return Optional.of(
                peer.get("namespaceSelector").isThere()
                        ? PodMatch.across(selectors.read(peer.get("namespaceSelector")), pods)
                        : new PodMatch(namespace, LabelSelector.EVERYTHING, pods));
    }

    private static LabelSelector account(String name) {
        return new LabelSelector(
                List.of(new Requirement(Pod.SERVICE_ACCOUNT, Operator.IN, new TreeSet<>(List.of(name)))));
    }
}
