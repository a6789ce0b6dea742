package dev.bartizan.snapshot;

import dev.bartizan.graph.DecisionTable;
import dev.bartizan.graph.DecisionTable.Run;
import dev.bartizan.graph.Finding;
import dev.bartizan.graph.IntentResult;
import dev.bartizan.graph.Platform;
import dev.bartizan.graph.ReachabilityFacts;
import dev.bartizan.graph.ReachabilityFacts.PeerClass;
import dev.bartizan.graph.Way;
import dev.bartizan.snapshot.json.JsonCursor;
import dev.bartizan.snapshot.json.Shape;
import dev.bartizan.source.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Reads who can reach whom; what refers to assets, classes and decisions is resolved at the end, when all of them are known. */
final class ConnectivityReader {
    private static final Shape CONNECTIVITY = Shape.of(
                    "version",
                    "profile",
                    "enforcement",
                    "policies",
                    "limits",
                    "omittedRows",
                    "classes",
                    "steps",
                    "decisions",
                    "egress",
                    "ingress")
            .optional("lint", "intents");
    private static final Shape CLASS = Shape.of("egress", "ingress").optional("addresses", "members");
    private static final Shape MEMBER = Shape.of("asset").optional("part");

    private final JsonCursor cursor;
    private final DecisionReader decisions;
    private final FindingReader findings;
    private final IntentReader results;
    private final List<NamedClass> classes = new ArrayList<>();
    private List<List<int[]>> egress = List.of();
    private List<List<int[]>> ingress = List.of();
    private Optional<List<Finding>> lint = Optional.empty();
    private Optional<List<IntentResult>> intents = Optional.empty();
    private Optional<Location> place = Optional.empty();
    private ReachabilityFacts.Basis basis = new ReachabilityFacts.Basis("", "", 0, List.of());

    private record NamedMember(String asset, String part) {}

    private record NamedClass(List<NamedMember> members, String addresses, int egress, int ingress) {}

    ConnectivityReader(JsonCursor cursor, LocationReader locations) {
        this.cursor = cursor;
        this.decisions = new DecisionReader(cursor, locations);
        this.findings = new FindingReader(cursor, locations);
        this.results = new IntentReader(cursor, locations);
    }

    void read() {
        place = Optional.of(cursor.here());
        String profile = "";
        String enforcement = "";
        int policies = 0;
        List<String> limits = List.of();
        cursor.open("the connectivity", CONNECTIVITY);
        while (cursor.next()) {
            switch (cursor.key()) {
                case "version", "omittedRows" -> cursor.number(0);
                case "profile" -> profile = cursor.text();
                case "enforcement" -> enforcement = cursor.text();
                case "policies" -> policies = cursor.number(0);
                case "limits" -> limits = cursor.texts("limits");
                case "classes" -> cursor.items("classes", () -> classes.add(peers()));
                case "steps" -> decisions.steps();
                case "decisions" -> decisions.decisions();
                case "egress" -> egress = cursor.list("egress", this::row);
                case "ingress" -> ingress = cursor.list("ingress", this::row);
                case "lint" -> lint = Optional.of(cursor.list("lint", findings::read));
                case "intents" -> intents = Optional.of(cursor.list("intents", results::read));
            }
        }
        basis = new ReachabilityFacts.Basis(profile, enforcement, policies, limits);
    }

    private NamedClass peers() {
        int out = 0;
        int in = 0;
        String addresses = "";
        List<NamedMember> members = List.of();
        cursor.open("a class of peers", CLASS);
        while (cursor.next()) {
            switch (cursor.key()) {
                case "egress" -> out = cursor.number(0);
                case "ingress" -> in = cursor.number(0);
                case "addresses" -> addresses = cursor.text();
                case "members" -> members = cursor.list("members", this::member);
            }
        }
        return new NamedClass(members, addresses, out, in);
    }

    private NamedMember member() {
        String asset = "";
        String part = "";
        cursor.open("a member of a class", MEMBER);
        while (cursor.next()) {
            switch (cursor.key()) {
                case "asset" -> asset = cursor.text();
                case "part" -> part = cursor.sharedText();
            }
        }
        return new NamedMember(asset, part);
    }

    private List<int[]> row() {
        return cursor.list(
                "a row",
                () -> cursor.list("a run", () -> cursor.number(0)).stream()
                        .mapToInt(number -> number)
                        .toArray());
    }

    /** Empty when the network was not analysed, or when the parts do not fit together, which is a problem then. */
    Optional<ReachabilityFacts> assemble(Platform platform) {
        if (place.isEmpty()) {
            return Optional.empty();
        }
        try {
            var facts = new ReachabilityFacts(
                    basis,
                    classes.stream().map(one -> peers(one, platform)).toList(),
                    table(egress, classes.stream().mapToInt(NamedClass::egress).toArray()),
                    table(
                            ingress,
                            classes.stream().mapToInt(NamedClass::ingress).toArray()));
            ReachabilityFacts linted = lint.map(facts::withLint).orElse(facts);
            return Optional.of(intents.map(linted::withIntents).orElse(linted));
        } catch (IndexOutOfBoundsException _) {
            cursor.problem(
                    "snapshot-contradiction",
                    "the connectivity names an asset, class, row or decision that is not there",
                    JsonCursor.WRITE_AGAIN,
                    place.get());
            return Optional.empty();
        }
    }

    private static PeerClass peers(NamedClass one, Platform platform) {
        return new PeerClass(
                one.members().stream()
                        .map(member -> new PeerClass.Member(
                                platform.index(member.asset()).orElseThrow(IndexOutOfBoundsException::new),
                                member.part()))
                        .toList(),
                one.addresses());
    }

    private DecisionTable table(List<List<int[]>> rows, int[] rowOfClass) {
        for (int row : rowOfClass) {
            Objects.checkIndex(row, rows.size());
        }
        List<Optional<List<Run>>> known = rows.stream()
                .map(row -> row.isEmpty() ? Optional.<List<Run>>empty() : Optional.of(runs(row)))
                .toList();
        return new DecisionTable(rowOfClass, known.size(), known::get);
    }

    /** Ascending, up to the last class. */
    private List<Run> runs(List<int[]> row) {
        var runs = new ArrayList<Run>();
        int last = -1;
        for (int[] run : row) {
            if (run.length != 2 || run[0] <= last) {
                throw new IndexOutOfBoundsException();
            }
            last = run[0];
            List<Way> ways = decisions.decision(run[1]);
            runs.add(new Run(last, ways));
        }
        if (last != classes.size() - 1) {
            throw new IndexOutOfBoundsException();
        }
        return runs;
    }
}
