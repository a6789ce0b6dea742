package dev.bartizan.report.document;

import dev.bartizan.graph.Asset;
import dev.bartizan.graph.ControlFacts;
import dev.bartizan.graph.Crossings;
import dev.bartizan.graph.Finding;
import dev.bartizan.graph.ReachabilityFacts;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.report.document.Document.Block;
import dev.bartizan.report.document.Document.Chapter;
import dev.bartizan.report.document.Document.Grid;
import dev.bartizan.report.document.Document.Signatures;
import dev.bartizan.report.document.Document.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/** The plan of a platform's segmentation and monitoring: what is cut off from what, on what proof, what is left, who signs it. */
public final class NetworkDesign {
    private static final int MOST_ROWS = 400;
    private static final String OF_EVERY_ZONE =
            "Of every zone: flow records with the verdict of the network plugin, and the names that are asked of DNS. Besides, by role:";

    private final Snapshot snapshot;
    private final Optional<Crossings> crossings;
    private final ZonePlan zones;
    private final SortedMap<String, String> recorded;

    private NetworkDesign(Snapshot snapshot, SortedMap<String, String> recorded) {
        this.snapshot = snapshot;
        this.recorded = recorded;
        this.crossings = snapshot.connectivity().map(facts -> Crossings.of(snapshot.platform(), facts));
        this.zones = new ZonePlan(snapshot.platform(), workloads(snapshot));
    }

    private static SortedSet<Integer> workloads(Snapshot snapshot) {
        var workloads = new TreeSet<Integer>();
        snapshot.connectivity()
                .ifPresent(facts ->
                        facts.classes().forEach(one -> one.members().forEach(member -> workloads.add(member.asset()))));
        return workloads;
    }

    /**
     * The plan as a document.
     *
     * @param seal hash of the graph that signatures are bound to
     * @param more chapters that analyses bring: intents
     * @param recorded what is to be recorded of a workload, by its role
     * @param roles who signs
     */
    public static Document of(
            Snapshot snapshot,
            String seal,
            List<Chapter> more,
            SortedMap<String, String> recorded,
            List<String> roles) {
        return new NetworkDesign(snapshot, recorded).document(seal, more, roles);
    }

    /** A chapter with a table, of which no more is shown than people read. */
    public static Chapter chapter(String heading, String note, List<String> headings, List<List<String>> rows) {
        return new Chapter(heading, List.of(new Text(note), grid(headings, rows)));
    }

    private Document document(String seal, List<Chapter> more, List<String> roles) {
        var chapters = new ArrayList<Chapter>();
        chapters.add(new Chapter("What this rests on", basis()));
        chapters.add(new Chapter("Planes and zones", List.of(zones.grid(MOST_ROWS))));
        crossings.ifPresent(found -> chapters.add(new Chapter("Connectivity between zones", connectivity(found))));
        chapters.addAll(more);
        chapters.add(new Chapter(
                "Exposure", OpenDoors.blocks(snapshot.platform(), workloads(snapshot), crossings, MOST_ROWS)));
        chapters.add(new Chapter("Ways that no policy covers", ExemptWays.blocks(snapshot, MOST_ROWS)));
        chapters.add(new Chapter("Policies", policies()));
        chapters.add(new Chapter("Residual gaps", gaps()));
        chapters.add(new Chapter("Telemetry", List.of(new Text(OF_EVERY_ZONE), telemetry())));
        chapters.add(new Chapter("Roll-out", rollOut()));
        chapters.add(new Chapter(
                "Sign-off",
                List.of(
                        new Text(
                                "Signatures hold for the graph with the hash " + seal
                                        + ": a new crossing between zones, a lost control or a changed intent gives another one."),
                        new Signatures(roles))));
        return new Document(
                "Network design",
                snapshot.platform().name() + ", as of " + snapshot.input().asOf(),
                snapshot.input().asOf(),
                seal,
                Document.Form.PAPER,
                chapters);
    }

    private static Grid grid(List<String> headings, List<List<String>> rows) {
        if (rows.size() <= MOST_ROWS) {
            return new Grid(headings, rows);
        }
        var shown = new ArrayList<>(rows.subList(0, MOST_ROWS));
        var rest = new ArrayList<String>();
        rest.add("and " + (rows.size() - MOST_ROWS) + " more");
        while (rest.size() < headings.size()) {
            rest.add("");
        }
        shown.add(rest);
        return new Grid(headings, shown);
    }

    private List<Block> basis() {
        if (snapshot.connectivity().isEmpty()) {
            return List.of(new Text("The network was not analysed: nothing is known of who can reach whom."));
        }
        ReachabilityFacts.Basis basis = snapshot.connectivity().get().basis();
        var blocks = new ArrayList<Block>();
        blocks.add(new Text(basis.enforcement()));
        blocks.add(new Text(
                basis.policies() + " policies were evaluated, as the profile " + basis.profile() + " reads them."));
        basis.limits().forEach(limit -> blocks.add(new Text(limit)));
        if (!snapshot.problems().isEmpty()) {
            blocks.add(new Text(
                    snapshot.problems().size() + " things about the input are to be known; see assessment.json."));
        }
        return blocks;
    }

    private List<Block> connectivity(Crossings found) {
        if (!found.isComplete()) {
            return List.of(new Text("There are too many classes of pods to list crossings: narrow the input."));
        }
        var rows = new ArrayList<List<String>>();
        for (String from : found.zones()) {
            for (String to : found.zones()) {
                Crossings.Crossing crossing = found.between(from, to);
                if (!crossing.isNothing()) {
                    rows.add(List.of(from, to, ports(crossing), String.join(" ", crossing.maybe())));
                }
            }
        }
        List<Block> blocks = new ArrayList<>();
        List<String> shown = ZoneMatrix.shown(found);
        blocks.add(ZoneMatrix.of(found));
        if (shown.size() < found.zones().size()) {
            blocks.add(new Text(
                    "The matrix shows " + shown.size() + " of " + found.zones().size() + " zones."));
        }
        blocks.add(grid(List.of("From", "To", "Ports", "Depends on an assumption"), rows));
        return blocks;
    }

    private static String ports(Crossings.Crossing crossing) {
        return crossing.isEverything() ? "everything" : String.join(" ", crossing.ports());
    }

    private List<Block> policies() {
        List<List<String>> rows = snapshot.platform().assets().stream()
                .filter(NetworkDesign::isPolicy)
                .map(asset -> List.of(
                        asset.kind(),
                        asset.namespace().equals("-") ? "cluster" : asset.namespace(),
                        asset.name(),
                        asset.location().file() + ":" + asset.location().line()))
                .toList();
        return rows.isEmpty()
                ? List.of(new Text("There are none: every pod may reach every other."))
                : List.of(grid(List.of("Kind", "Namespace", "Name", "Where"), rows));
    }

    private static boolean isPolicy(Asset asset) {
        return switch (asset.kind()) {
            case "NetworkPolicy",
                    "AdminNetworkPolicy",
                    "BaselineAdminNetworkPolicy",
                    "ClusterNetworkPolicy",
                    "CiliumNetworkPolicy",
                    "CiliumClusterwideNetworkPolicy",
                    "GlobalNetworkPolicy",
                    "MultiNetworkPolicy",
                    "AuthorizationPolicy",
                    "PeerAuthentication" -> true;
            case String _ -> false;
        };
    }

    private List<Block> gaps() {
        List<Finding> findings = snapshot.controls().map(ControlFacts::findings).orElse(List.of()).stream()
                .filter(finding ->
                        finding.rule().startsWith("NET-") || finding.rule().startsWith("BL-NW-"))
                .toList();
        if (findings.isEmpty()) {
            return List.of(new Text("No finding about the network is open."));
        }
        return List.of(grid(
                List.of("Severity", "Rule", "What", "Where", "Remedy"),
                findings.stream()
                        .map(finding -> List.of(
                                finding.severity().name().toLowerCase(Locale.ROOT),
                                finding.rule(),
                                finding.title(),
                                finding.location().file() + ":"
                                        + finding.location().line(),
                                finding.remedy()))
                        .toList()));
    }

    private Block telemetry() {
        return grid(List.of("Zone", "Role", "Workloads", "What to record"), zones.telemetry(recorded));
    }

    private List<Block> rollOut() {
        if (crossings.isEmpty() || !crossings.get().isComplete()) {
            return List.of(new Text("Without known crossings no order can be given."));
        }
        return List.of(
                new Text("Zones that few others reach come first: what breaks there breaks little. In each: apply the"
                        + " policies in an audit mode where the network plugin has one, compare flows with this plan for"
                        + " a week, enforce ingress, then egress; keep the file that takes them back at hand."),
                grid(List.of("Step", "Zone", "Reached from zones", "Reaches zones"), RollOut.steps(crossings.get())));
    }
}
