package dev.bartizan.network.engine;

import dev.bartizan.network.engine.Box.Match;
import dev.bartizan.network.engine.Limit.OfRequests;
import dev.bartizan.network.model.Requests;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Finds which requests connections are open for, of many connections one after another. For one thread. */
public final class RequestLimits {
    private final Engine engine;
    private final List<Chain> chains;
    private final Map<Chain, Map<Integer, List<TierRules>>> about = new HashMap<>();

    private record Said(List<OfRequests> only, List<OfRequests> without) {
        static final Said NOTHING = new Said(List.of(), List.of());
    }

    RequestLimits(Engine engine) {
        this.engine = engine;
        this.chains = engine.chains().stream()
                .filter(chain -> looksIntoRequests(chain.rules().tiers()))
                .toList();
    }

    private static boolean looksIntoRequests(List<TierRules> tiers) {
        return tiers.stream()
                .flatMap(RequestLimits::rules)
                .anyMatch(rule -> rule.rule().requests().isPresent());
    }

    private static Stream<CompiledRule> rules(TierRules tier) {
        return tier.groups().stream()
                .flatMap(group -> group.policies().stream())
                .flatMap(List::stream);
    }

    /** The ports that are not open for all requests, those that are for the same ones together. */
    public List<Limit> of(int source, int receiver) {
        if (chains.stream().allMatch(chain -> tiers(chain, source, receiver).isEmpty())) {
            return List.of();
        }
        Map<Said, BitSet> ports = new LinkedHashMap<>();
        for (int atom = 0; atom < engine.atoms().count(); atom++) {
            Said said = said(source, receiver, atom);
            if (!said.equals(Said.NOTHING)) {
                ports.computeIfAbsent(said, key -> new BitSet()).set(atom);
            }
        }
        var limits = new ArrayList<Limit>();
        ports.forEach((said, set) -> limits.add(new Limit(
                engine.atoms().ranges(set),
                requests(said.only()),
                requests(said.without()),
                Stream.concat(said.without().stream(), said.only().stream()).toList())));
        return limits;
    }

    private static List<Requests> requests(List<OfRequests> rules) {
        return rules.stream().flatMap(each -> each.rule().requests().stream()).toList();
    }

    /** Of a chain, the rules about the party on its side; none when none of them is about requests. */
    private List<TierRules> tiers(Chain chain, int source, int receiver) {
        return about.computeIfAbsent(chain, key -> new HashMap<>())
                .computeIfAbsent(chain.isIngress() ? receiver : source, party -> about(chain, party));
    }

    private static List<TierRules> about(Chain chain, int party) {
        List<TierRules> tiers = chain.rules().tiers().stream()
                .map(tier -> tier.heardBy(party, chain.isIngress()))
                .toList();
        return looksIntoRequests(tiers) ? tiers : List.of();
    }

    private Said said(int source, int receiver, int atom) {
        var only = new ArrayList<OfRequests>();
        var without = new ArrayList<OfRequests>();
        for (Chain chain : chains) {
            int subject = chain.isIngress() ? receiver : source;
            for (TierRules tier : tiers(chain, source, receiver)) {
                var allowed = new ArrayList<OfRequests>();
                End end = walk(tier, source, receiver, atom, allowed, without);
                boolean isClosed = end == End.CLOSED
                        || (end == End.REACHED && tier.isolated().get(subject));
                only.addAll(isClosed ? allowed : List.of());
                if (isClosed || end == End.OPEN) {
                    break;
                }
            }
        }
        return only.isEmpty() && without.isEmpty() ? Said.NOTHING : new Said(only, without);
    }

    /** How the rules of a tier end. */
    private enum End {
        /** Everything else is allowed. */
        OPEN,
        /** Everything else is denied. */
        CLOSED,
        /** Nobody has decided about everything else. */
        REACHED
    }

    private static End walk(
            TierRules tier, int source, int receiver, int atom, List<OfRequests> allowed, List<OfRequests> denied) {
        for (CompiledRule rule : rules(tier).toList()) {
            Match match = rule.match(source, receiver, atom);
            boolean isWhole = rule.rule().requests().isEmpty();
            if (match != Match.NO) {
                switch (rule.rule().action()) {
                    case ALLOW -> {
                        if (isWhole) {
                            return End.OPEN;
                        }
                        allowed.add(new OfRequests(rule.policy(), rule.rule()));
                    }
                    case DENY -> {
                        if (!isWhole) {
                            denied.add(new OfRequests(rule.policy(), rule.rule()));
                        }
                        if (isWhole && match == Match.YES) {
                            return End.CLOSED;
                        }
                    }
                    case PASS -> {
                        if (!isWhole) {
                            allowed.add(new OfRequests(rule.policy(), rule.rule()));
                        } else if (match == Match.YES) {
                            return End.REACHED;
                        }
                    }
                }
            }
        }
        return End.REACHED;
    }
}
