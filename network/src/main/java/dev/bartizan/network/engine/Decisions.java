package dev.bartizan.network.engine;

import dev.bartizan.network.engine.Reason.Verdict;
import dev.bartizan.network.model.Direction;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the chains of one direction say about the connections of each party with each other one. Parties about which the same rules are asked share a row;
 * others who are decided alike and have neighbouring numbers are one stretch of it.
 */
public final class Decisions {
    private static final BitSet UNSEEN = new BitSet();

    private final Engine engine;
    private final List<ChainRules> chains;
    private final boolean isIngress;
    private final int[] rowOf;
    private final List<Integer> representatives = new ArrayList<>();

    /**
     * Others who are decided alike.
     *
     * @param last of them; the first is the one behind the last of the stretch before
     */
    public record Stretch(int last, List<Reason> reasons) {}

    Decisions(Engine engine, Direction direction) {
        this.engine = engine;
        this.isIngress = direction == Direction.INGRESS;
        this.chains = engine.chains().stream()
                .map(Chain::rules)
                .filter(chain -> chain.direction() == direction && chain.isThere())
                .toList();
        this.rowOf = new int[engine.parties()];
        List<List<Integer>> asked = asked();
        Map<List<Integer>, Integer> known = new HashMap<>();
        for (int party = 0; party < rowOf.length; party++) {
            int row = known.computeIfAbsent(asked.get(party), key -> known.size());
            if (row == representatives.size()) {
                representatives.add(party);
            }
            rowOf[party] = row;
        }
    }

    /** For each party the numbers of the boxes and isolations that concern it. */
    private List<List<Integer>> asked() {
        List<List<Integer>> asked = new ArrayList<>();
        for (int party = 0; party < rowOf.length; party++) {
            asked.add(new ArrayList<>());
        }
        int number = 0;
        for (ChainRules chain : chains) {
            for (TierRules tier : chain.tiers()) {
                for (TierRules.Isolation isolation : tier.isolations()) {
                    note(isolation.subjects(), number++, asked);
                }
                for (Box box : tier.boxes()) {
                    note(box.subjects(isIngress), number++, asked);
                }
            }
        }
        return asked;
    }

    private static void note(BitSet parties, int number, List<List<Integer>> asked) {
        parties.stream().forEach(party -> asked.get(party).add(number));
    }

    /** The number of a party's row. */
    public int rowOf(int party) {
        return rowOf[party];
    }

    /** How many rows there are. */
    public int rows() {
        return representatives.size();
    }

    /** What is said about a party of this row, by the other party; in the order of the others' numbers. */
    public List<Stretch> row(int number) {
        int subject = representatives.get(number);
        List<ChainRules> about =
                chains.stream().map(chain -> chain.about(subject)).toList();
        List<Box> boxes = about.stream()
                .flatMap(chain -> chain.tiers().stream())
                .flatMap(tier -> tier.boxes().stream())
                .toList();
        var alike = alike(boxes);
        Map<Integer, BitSet> looks = looks(boxes);
        Map<BitSet, List<Reason>> known = new HashMap<>();
        var stretches = new ArrayList<Stretch>();
        for (int other = 0; other < rowOf.length; ) {
            BitSet look = looks.getOrDefault(other, UNSEEN);
            int first = other;
            do {
                other++;
            } while (other < rowOf.length && look.equals(looks.getOrDefault(other, UNSEEN)));
            stretches.add(
                    new Stretch(other - 1, known.computeIfAbsent(look, key -> reasons(about, alike, subject, first))));
        }
        return stretches;
    }

    /** The pieces of ports that no box tells apart, together. */
    private List<BitSet> alike(List<Box> boxes) {
        var alike = new LinkedHashMap<BitSet, BitSet>();
        for (int atom = 0; atom < engine.atoms().count(); atom++) {
            var in = new BitSet();
            for (int i = 0; i < boxes.size(); i++) {
                in.set(i, boxes.get(i).contains(atom));
            }
            alike.computeIfAbsent(in, key -> new BitSet()).set(atom);
        }
        return List.copyOf(alike.values());
    }

    /** How the boxes see each of the others; those whom none sees and that are no nodes are left out. */
    private Map<Integer, BitSet> looks(List<Box> boxes) {
        var looks = new HashMap<Integer, BitSet>();
        for (int i = 0; i < boxes.size(); i++) {
            look(boxes.get(i).peers(isIngress), 2 * i, looks);
            look(boxes.get(i).maybePeers(isIngress), 2 * i + 1, looks);
        }
        if (isIngress) {
            look(engine.all().nodes(), 2 * boxes.size(), looks);
        }
        return looks;
    }

    private static void look(BitSet parties, int bit, Map<Integer, BitSet> looks) {
        parties.stream()
                .forEach(party ->
                        looks.computeIfAbsent(party, key -> new BitSet()).set(bit));
    }

    private List<Reason> reasons(List<ChainRules> about, List<BitSet> alike, int subject, int other) {
        int source = isIngress ? other : subject;
        int receiver = isIngress ? subject : other;
        var ways = new LinkedHashMap<Said, BitSet>();
        for (BitSet atoms : alike) {
            var steps = new ArrayList<Step>();
            Optional<Verdict> verdict = Optional.empty();
            for (ChainRules chain : about) {
                var way = new Way(engine.all(), chain, source, receiver, atoms.nextSetBit(0));
                steps.addAll(way.steps());
                verdict = Optional.of(verdict.map(way.verdict()::and).orElse(way.verdict()));
            }
            ways.computeIfAbsent(new Said(verdict.orElse(Verdict.ALLOWED), steps), key -> new BitSet())
                    .or(atoms);
        }
        var reasons = new ArrayList<Reason>();
        ways.forEach(
                (said, atoms) -> reasons.add(new Reason(engine.atoms().ranges(atoms), said.verdict(), said.steps())));
        return reasons;
    }

    private record Said(Verdict verdict, List<Step> steps) {}
}
