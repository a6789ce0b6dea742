package dev.bartizan.report.html;

import dev.bartizan.diagram.MapLayout;
import dev.bartizan.diagram.MapOptions;
import dev.bartizan.diagram.PlatformMap;
import dev.bartizan.graph.ControlFacts;
import dev.bartizan.graph.Finding.Waiver;
import dev.bartizan.graph.ReadinessFacts;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.snapshot.Comparison;
import dev.bartizan.snapshot.SnapshotFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The report for the browser: one self-contained file with a summary, the map of the platform, the findings with the lines that cause them,
 * the open questions and what could not be read. It fetches nothing, stays below 15 MB whatever the input, and says what it left out.
 */
public final class HtmlReport {
    private static final int TEXT_BYTES = 1_800_000;
    private static final int ASSET_BYTES = 1_800_000;
    private static final int LINK_BYTES = 700_000;
    private static final int FINDING_BYTES = 3_900_000;
    private static final int READINESS_BYTES = 1_200_000;
    private static final int EXCERPT_BYTES = 2_000_000;

    private HtmlReport() {}

    /**
     * Writes UTF-8; the stream is flushed and stays open. The same arguments give the same bytes.
     *
     * @param excerpts where the lines of the input come from
     * @param comparison with an older snapshot, to mark what is new
     * @throws UncheckedIOException when the stream cannot be written
     */
    public static void write(
            Snapshot snapshot,
            ExcerptSource excerpts,
            Optional<Comparison> comparison,
            OutputStream out,
            HtmlOptions options) {
        MapLayout map = PlatformMap.layout(snapshot, MapOptions.DEFAULT.withMaxNodes(options.maxNodes()));
        Selection selection = Selection.of(snapshot, map, options);
        SortedMap<String, Waiver> waivers = waivers(snapshot);

        var texts = new Texts(TEXT_BYTES);
        var assets = new AssetIslands(snapshot.platform(), texts, selection.assets(), ASSET_BYTES, LINK_BYTES);
        var findings = new FindingIsland(texts, assets, comparison, waivers, FINDING_BYTES);
        Island lines = new ExcerptIsland(texts, EXCERPT_BYTES).of(findings.add(selection.findings()), excerpts);
        findings.island().omit(selection.omittedFindings());
        var input = new InputIslands(texts, snapshot, options, findings.indexes());
        byte[] drawn = new MapIsland(texts).of(map);
        Optional<byte[]> network =
                snapshot.connectivity().map(facts -> new NetworkIsland(texts, assets, snapshot, facts).bytes());
        Optional<byte[]> threats =
                snapshot.threats().map(facts -> new ThreatIsland(texts, assets, snapshot).bytes(facts));
        Optional<byte[]> safeguards =
                snapshot.safeguards().map(facts -> new SafeguardIsland(texts, assets, snapshot).bytes(facts));
        Optional<byte[]> risks = snapshot.risks().map(facts -> new RiskIsland(texts, snapshot, facts).bytes());

        SortedMap<String, Integer> omitted = omitted(map, findings.island(), assets, input);
        omitted.put(
                "assets", snapshot.platform().assets().size() - assets.assets().size());
        byte[] overview = new Overview(snapshot, waivers).of(comparison, options, omitted);

        var islands =
                new ArrayList<>(List.of(texts.island(), findings.island(), assets.assets(), assets.links(), lines));
        islands.addAll(input.islands());
        snapshot.readiness().map(HtmlReport::readiness).ifPresent(islands::add);
        try {
            new Page(out).write(title(snapshot), overview, drawn, network, threats, safeguards, risks, islands);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How much of each kind there was no room for: the reader is told. */
    private static SortedMap<String, Integer> omitted(
            MapLayout map, Island findings, AssetIslands assets, InputIslands input) {
        var omitted = new TreeMap<String, Integer>();
        omitted.put("findings", findings.omitted());
        omitted.put("zones", map.omittedZones());
        omitted.put("nodes", map.omittedNodes());
        omitted.put("bundles", map.omittedBundles());
        omitted.put("links", assets.links().omitted());
        omitted.put("problems", input.problems().omitted());
        omitted.put("setAside", input.setAside().omitted());
        omitted.put("questions", input.questions().omitted());
        return omitted;
    }

    /** As the assessment has it, in one piece. */
    private static Island readiness(ReadinessFacts facts) {
        var island = new Island("readiness", READINESS_BYTES);
        var json = new ByteArrayOutputStream();
        SnapshotFile.writeReadiness(facts, new ScriptSafe(json));
        island.add(json.toByteArray());
        return island;
    }

    private static String title(Snapshot snapshot) {
        String name = Texts.clip(snapshot.platform().name(), 120);
        return name.isBlank() ? "Bartizan report" : name + " · Bartizan report";
    }

    private static SortedMap<String, Waiver> waivers(Snapshot snapshot) {
        var waivers = new TreeMap<String, Waiver>();
        snapshot.controls()
                .map(ControlFacts::waivers)
                .orElse(List.of())
                .forEach(waiver -> waivers.putIfAbsent(waiver.finding(), waiver));
        return waivers;
    }
}
