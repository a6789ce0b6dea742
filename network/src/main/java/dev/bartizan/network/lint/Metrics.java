package dev.bartizan.network.lint;

import dev.bartizan.graph.Asset;
import dev.bartizan.graph.PodTemplate;
import dev.bartizan.graph.Truth;
import dev.bartizan.network.engine.Row;
import dev.bartizan.network.model.Pod;
import dev.bartizan.network.model.PortMatch;
import dev.bartizan.network.model.Protocol;
import dev.bartizan.source.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Pods that ask to be scraped ({@code prometheus.io/scrape}) and that no Prometheus of the input can reach there. */
final class Metrics {
    private final Scene scene;

    Metrics(Scene scene) {
        this.scene = scene;
    }

    List<Remark> find() {
        List<Row> scrapers = scrapers();
        var remarks = new ArrayList<Remark>();
        Set<Integer> seen = new HashSet<>();
        if (!scrapers.isEmpty()) {
            for (PodTemplate template : scene.snapshot().trees().pods()) {
                Node annotations = template.metadata().get("annotations");
                String port = annotations.get("prometheus.io/port").text("");
                boolean isOffered =
                        annotations.get("prometheus.io/scrape").text("").equals("true")
                                && port.matches("[1-9][0-9]{0,4}");
                if (isOffered && seen.add(template.asset())) {
                    remark(template.asset(), Integer.parseInt(port), scrapers).forEach(remarks::add);
                }
            }
        }
        return remarks;
    }

    private List<Row> scrapers() {
        var parties = new HashSet<Integer>();
        for (int i = 0; i < scene.cluster().pods().size(); i++) {
            boolean isPrometheus = scene.asset(scene.cluster().pods().get(i))
                    .classification()
                    .component()
                    .filter("prometheus"::equals)
                    .isPresent();
            if (isPrometheus) {
                parties.add(scene.engine().partyOf(i));
            }
        }
        return parties.stream().sorted().map(scene.engine()::row).toList();
    }

    private Stream<Remark> remark(int workload, int number, List<Row> scrapers) {
        var port = new PortMatch.Range(Protocol.TCP, number, number);
        Asset asset = scene.platform().asset(workload);
        boolean isBlocked = false;
        for (int i = 0; i < scene.cluster().pods().size(); i++) {
            Pod pod = scene.cluster().pods().get(i);
            int receiver = scene.engine().partyOf(i);
            isBlocked |= pod.asset() == workload
                    && scrapers.stream()
                            .noneMatch(
                                    row -> Stream.concat(row.allowed(receiver).stream(), row.depends(receiver).stream())
                                            .anyMatch(range -> range.and(port).isPresent()));
        }
        return isBlocked
                ? Stream.of(new Remark(
                        LintRule.METRICS_NOT_SCRAPED,
                        asset.id(),
                        asset.location(),
                        asset.namespace() + "/" + asset.name() + " offers metrics at port " + number
                                + ", and no Prometheus of the input reaches it",
                        List.of(),
                        Truth.CONFIRMED))
                : Stream.empty();
    }
}
