package dev.bartizan.snapshot;

import dev.bartizan.graph.Evidence;
import dev.bartizan.graph.Layer;
import dev.bartizan.graph.SafeguardFacts;
import dev.bartizan.graph.SafeguardFacts.Catalogue;
import dev.bartizan.graph.SafeguardFacts.Cell;
import dev.bartizan.graph.SafeguardFacts.Counterpart;
import dev.bartizan.graph.SafeguardFacts.Coverage;
import dev.bartizan.graph.SafeguardFacts.Defence;
import dev.bartizan.graph.SafeguardFacts.Ground;
import dev.bartizan.graph.SafeguardFacts.Guard;
import dev.bartizan.graph.SafeguardFacts.Party;
import dev.bartizan.graph.SafeguardFacts.Phase;
import dev.bartizan.graph.SafeguardFacts.Proof;
import dev.bartizan.graph.SafeguardFacts.Responsibility;
import dev.bartizan.graph.SafeguardFacts.Safeguard;
import dev.bartizan.graph.SafeguardFacts.State;
import dev.bartizan.graph.SafeguardFacts.Strength;
import dev.bartizan.snapshot.json.JsonCursor;
import dev.bartizan.snapshot.json.Shape;
import dev.bartizan.source.Location;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import tools.jackson.core.TokenStreamLocation;

/** Reads the keys that {@link SafeguardWriter} writes. */
final class SafeguardReader {
    private static final Shape CONTROL =
            Shape.of("id", "title", "phase", "ground", "checks", "counterparts", "assets", "proofs", "threats");
    private static final Shape ASSETS = Shape.of("evidenced", "refuted", "open");
    private static final Shape COUNTERPART = Shape.of("catalogue", "id", "strength");
    private static final Shape PROOF = Shape.of("state", "source", "assets", "evidence");
    private static final Shape CELL = Shape.of("threat", "evidenced", "refuted", "open", "gaps");
    private static final Shape RESPONSIBILITY = Shape.of(
                    "control", "party", "owners", "evidenced", "refuted", "open", "reason")
            .optional("layer", "declared");
    private static final Shape DEFENCE = Shape.of("asset", "reason", "guards");
    private static final Shape GUARD = Shape.of("control", "phase", "state", "threats", "evidence", "gap");
    private static final Map<String, Phase> PHASES = Words.of(Phase.values(), Phase::word);
    private static final Map<String, Ground> GROUNDS = Words.of(Ground.values(), Ground::word);
    private static final Map<String, State> STATES = Words.of(State.values(), State::word);
    private static final Map<String, Party> PARTIES = Words.of(Party.values(), Party::word);
    private static final Map<String, Layer> LAYERS = Words.of(Layer.values(), Layer::word);
    private static final Map<String, Catalogue> CATALOGUES = Words.of(Catalogue.values(), Catalogue::word);
    private static final Map<String, Strength> STRENGTHS = Words.of(Strength.values(), Strength::word);

    private final JsonCursor cursor;
    private final LocationReader locations;
    private final FindingReader findings;
    private final PatternReader patternReader;
    private final AssetSets sets;
    private final TreeSet<String> present = new TreeSet<>();
    private List<Named> controls = List.of();
    private List<Responsibility> responsibilities = List.of();
    private List<SafeguardFacts.PatternResult> patterns = List.of();
    private List<Defence> defences = List.of();

    /** A control whose assets are not yet known to exist. */
    private record Named(
            String id,
            String title,
            Phase phase,
            Ground ground,
            List<String> checks,
            List<Counterpart> counterparts,
            Ranges ranges,
            List<Proof> proofs,
            List<Cell> threats,
            TokenStreamLocation at) {}

    private record Ranges(List<AssetSets.Range> evidenced, List<AssetSets.Range> refuted, List<AssetSets.Range> open) {}

    SafeguardReader(JsonCursor cursor, LocationReader locations, AssetSets sets) {
        this.cursor = cursor;
        this.locations = locations;
        this.findings = new FindingReader(cursor, locations);
        this.patternReader = new PatternReader(cursor, findings);
        this.sets = sets;
    }

    void read(String key) {
        present.add(key);
        switch (key) {
            case "controls" -> controls = cursor.list(key, this::control);
            case "responsibilities" -> responsibilities = cursor.list(key, this::responsibility);
            case "patterns" -> patterns = cursor.list(key, patternReader::read);
            case "defences" -> defences = cursor.list(key, this::defence);
        }
    }

    private Named control() {
        String id = "";
        String title = "";
        var phase = Phase.PREVENT;
        var ground = Ground.WORKLOAD;
        List<String> checks = List.of();
        List<Counterpart> counterparts = List.of();
        var ranges = new Ranges(List.of(), List.of(), List.of());
        List<Proof> proofs = List.of();
        List<Cell> threats = List.of();
        var at = cursor.place();
        cursor.open("a control", CONTROL);
        while (cursor.next()) {
            switch (cursor.key()) {
                case "id" -> id = cursor.sharedText();
                case "title" -> title = cursor.sharedText();
                case "phase" -> phase = cursor.word(PHASES, phase);
                case "ground" -> ground = cursor.word(GROUNDS, ground);
                case "checks" -> checks = cursor.texts("the checks");
                case "counterparts" -> counterparts = cursor.list("the counterparts", this::counterpart);
                case "assets" -> ranges = ranges();
                case "proofs" -> proofs = cursor.list("the proofs", this::proof);
                case "threats" -> threats = cursor.list("the threats", this::cell);
            }
        }
        return new Named(id, title, phase, ground, checks, counterparts, ranges, proofs, threats, at);
    }

    private Ranges ranges() {
        List<AssetSets.Range> evidenced = List.of();
        List<AssetSets.Range> refuted = List.of();
        List<AssetSets.Range> open = List.of();
        cursor.open("the assets of a control", ASSETS);
        while (cursor.next()) {
            switch (cursor.key()) {
                case "evidenced" -> evidenced = sets.read("evidenced");
                case "refuted" -> refuted = sets.read("refuted");
                case "open" -> open = sets.read("open");
            }
        }
        return new Ranges(evidenced, refuted, open);
    }

    private Counterpart counterpart() {
        var catalogue = Catalogue.NIST_800_53;
        String id = "";
        var strength = Strength.RELATED;
        cursor.open("a counterpart", COUNTERPART);
        while (cursor.next()) {
            switch (cursor.key()) {
                case "catalogue" -> catalogue = cursor.word(CATALOGUES, catalogue);
                case "id" -> id = cursor.sharedText();
                case "strength" -> strength = cursor.word(STRENGTHS, strength);
            }
        }
        return new Counterpart(catalogue, id, strength);
    }

    private Proof proof() {
        var state = State.OPEN;
        String source = "";
        int assets = 0;
        List<Evidence> evidence = List.of();
        cursor.open("a proof", PROOF);
        while (cursor.next()) {
            switch (cursor.key()) {
                case "state" -> state = cursor.word(STATES, state);
                case "source" -> source = cursor.sharedText();
                case "assets" -> assets = cursor.number(0);
                case "evidence" -> evidence = cursor.list("the evidence", findings::evidence);
            }
        }
        return new Proof(state, source, assets, evidence);
    }

    private Cell cell() {
        String threat = "";
        int evidenced = 0;
        int refuted = 0;
        int open = 0;
        int gaps = 0;
        cursor.open("a threat of a control", CELL);
        while (cursor.next()) {
            switch (cursor.key()) {
                case "threat" -> threat = cursor.sharedText();
                case "evidenced" -> evidenced = cursor.number(0);
                case "refuted" -> refuted = cursor.number(0);
                case "open" -> open = cursor.number(0);
                case "gaps" -> gaps = cursor.number(0);
            }
        }
        return new Cell(threat, evidenced, refuted, open, gaps);
    }

    private Responsibility responsibility() {
        Optional<Layer> layer = Optional.empty();
        String control = "";
        var party = Party.PLATFORM;
        List<String> owners = List.of();
        int evidenced = 0;
        int refuted = 0;
        int open = 0;
        String reason = "";
        Optional<Location> declared = Optional.empty();
        cursor.open("a responsibility", RESPONSIBILITY);
        while (cursor.next()) {
            switch (cursor.key()) {
                case "layer" -> layer = Optional.of(cursor.word(LAYERS, Layer.INFRASTRUCTURE));
                case "control" -> control = cursor.sharedText();
                case "party" -> party = cursor.word(PARTIES, party);
                case "owners" -> owners = cursor.texts("the owners");
                case "evidenced" -> evidenced = cursor.number(0);
                case "refuted" -> refuted = cursor.number(0);
                case "open" -> open = cursor.number(0);
                case "reason" -> reason = cursor.sharedText();
                case "declared" -> declared = Optional.of(locations.read());
            }
        }
        return new Responsibility(layer, control, party, owners, evidenced, refuted, open, reason, declared);
    }

    private Defence defence() {
        String asset = "";
        String reason = "";
        List<Guard> guards = List.of();
        cursor.open("a defence", DEFENCE);
        while (cursor.next()) {
            switch (cursor.key()) {
                case "asset" -> asset = cursor.sharedText();
                case "reason" -> reason = cursor.sharedText();
                case "guards" -> guards = cursor.list("the guards", this::guard);
            }
        }
        return new Defence(asset, reason, guards);
    }

    private Guard guard() {
        String control = "";
        var phase = Phase.PREVENT;
        var state = State.OPEN;
        List<String> threats = List.of();
        List<Evidence> evidence = List.of();
        String gap = "";
        cursor.open("a guard", GUARD);
        while (cursor.next()) {
            switch (cursor.key()) {
                case "control" -> control = cursor.sharedText();
                case "phase" -> phase = cursor.word(PHASES, phase);
                case "state" -> state = cursor.word(STATES, state);
                case "threats" -> threats = cursor.texts("the threats");
                case "evidence" -> evidence = cursor.list("the evidence", findings::evidence);
                case "gap" -> gap = cursor.sharedText();
            }
        }
        return new Guard(control, phase, state, threats, evidence, gap);
    }

    /**
     * Empty when nobody asked for safeguards. Some keys without the others would make a gap look like an answer.
     *
     * @param assets how many the platform has
     */
    Optional<SafeguardFacts> assemble(int assets) {
        if (present.isEmpty()) {
            return Optional.empty();
        }
        for (String key : SafeguardWriter.KEYS) {
            if (!present.contains(key)) {
                cursor.problem(
                        "snapshot-missing-key",
                        "`" + key + "` is missing although `" + present.first() + "` is there",
                        JsonCursor.WRITE_AGAIN);
            }
        }
        var safeguards = new ArrayList<Safeguard>();
        for (int i = 0; i < controls.size(); i++) {
            assemble(controls.get(i), i, assets).ifPresent(safeguards::add);
        }
        return Optional.of(new SafeguardFacts(safeguards, responsibilities, patterns, defences));
    }

    private Optional<Safeguard> assemble(Named control, int position, int assets) {
        Optional<BitSet> evidenced = sets.set(control.ranges.evidenced, assets);
        Optional<BitSet> refuted = sets.set(control.ranges.refuted, assets);
        Optional<BitSet> open = sets.set(control.ranges.open, assets);
        if (!AssetSets.areApart(evidenced, refuted, open)) {
            cursor.problem(
                    "snapshot-contradiction",
                    "a control names an asset twice, or one that is not there",
                    JsonCursor.WRITE_AGAIN,
                    cursor.location(control.at, "/controls/" + position + "/assets"));
            return Optional.empty();
        }
        return Optional.of(new Safeguard(
                control.id,
                control.title,
                control.phase,
                control.ground,
                control.checks,
                control.counterparts,
                new Coverage(assets, evidenced.orElseThrow(), refuted.orElseThrow(), open.orElseThrow()),
                control.proofs,
                control.threats));
    }
}
