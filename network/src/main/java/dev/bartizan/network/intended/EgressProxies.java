package dev.bartizan.network.intended;

import dev.bartizan.graph.Link;
import dev.bartizan.graph.Platform;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Through whom workloads go out: the Services that settings such as {@code HTTPS_PROXY} name. */
final class EgressProxies {
    private static final String SETTING = "_proxy";
    private static final String EXCEPTIONS = "no_proxy";

    private final Platform platform;
    private final Workloads workloads;
    private final WrittenValues values;
    private final Map<Integer, List<Integer>> found = new HashMap<>();

    EgressProxies(Platform platform, Workloads workloads, WrittenValues values) {
        this.platform = platform;
        this.workloads = workloads;
        this.values = values;
    }

    /** The pods of the proxies of a workload; its own when it has none. */
    List<Integer> of(int asset, List<Integer> own) {
        List<Integer> proxies = found.computeIfAbsent(asset, this::proxies);
        return proxies.isEmpty() ? own : proxies;
    }

    private List<Integer> proxies(int asset) {
        return platform.linksFrom(asset).stream()
                .filter(link -> link.kind().equals("calls") && isProxySetting(link))
                .flatMap(link -> behind(link.to()))
                .distinct()
                .toList();
    }

    private Stream<Integer> behind(int called) {
        return Stream.concat(
                workloads.of(called).stream(),
                platform.linksFrom(called).stream()
                        .filter(link -> link.kind().equals("exposes"))
                        .flatMap(link -> workloads.of(link.to()).stream()));
    }

    /** By the name of the variable, or the key of the configuration. */
    private boolean isProxySetting(Link link) {
        String pointer = link.evidence().pointer();
        String key = pointer.substring(pointer.lastIndexOf('/') + 1);
        String variable = values.beside(link.evidence(), "name")
                .map(name -> name.text(""))
                .orElse("");
        String name = (variable.isEmpty() ? key : variable).toLowerCase(Locale.ROOT);
        return name.endsWith(SETTING) && !name.equals(EXCEPTIONS);
    }
}
