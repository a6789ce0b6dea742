package dev.bartizan.network.cilium;

import dev.bartizan.network.model.Requests;
import dev.bartizan.network.reading.Written;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Which requests an entry of toPorts is about. */
final class CiliumRequests {
    private CiliumRequests() {}

    /** One for each kind of requests that it allows; empty stands for whole connections. */
    static List<Optional<Requests>> of(Written entry) {
        Written rules = entry.get("rules");
        if (rules.get("http").items() > 0) {
            return rules.get("http").all().stream()
                    .map(CiliumRequests::http)
                    .distinct()
                    .toList();
        }
        boolean isLimited = rules.get("dns").items() > 0
                || rules.get("kafka").items() > 0
                || rules.get("l7").items() > 0
                || entry.get("serverNames").items() > 0;
        return List.of(
                isLimited
                        ? Optional.of(requests(
                                List.of(), List.of(), entry.get("serverNames").texts()))
                        : Optional.empty());
    }

    private static Optional<Requests> http(Written rule) {
        return rule.keys().isEmpty()
                ? Optional.empty()
                : Optional.of(requests(text(rule.get("method")), text(rule.get("path")), text(rule.get("host"))));
    }

    private static List<String> text(Written value) {
        return value.text().isEmpty() ? List.of() : List.of(value.text());
    }

    private static Requests requests(Collection<String> methods, Collection<String> paths, Collection<String> hosts) {
        return new Requests(new TreeSet<>(methods), new TreeSet<>(paths), new TreeSet<>(hosts));
    }
}
