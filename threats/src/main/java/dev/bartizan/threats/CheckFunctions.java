package dev.bartizan.threats;

import dev.bartizan.graph.Asset;
import dev.bartizan.graph.Evidence;
import dev.bartizan.knowledge.Check;
import dev.bartizan.knowledge.Checks;
import dev.bartizan.knowledge.ThreatCatalogue;
import dev.bartizan.rules.Language;
import dev.bartizan.rules.Language.Kind;
import dev.bartizan.rules.Language.Property;
import dev.bartizan.rules.Thing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Functions that ask what the baseline established, and what somebody attested where no check can tell. */
final class CheckFunctions {
    /** Any of these is a way to take over the node. */
    private static final List<String> PRIVILEGES =
            List.of("BL-WL-001", "BL-WL-003", "BL-WL-005", "BL-WL-006", "BL-WL-012", "BL-WL-017");

    private final CheckResults results;
    private final Map<String, String> titles = new HashMap<>();
    private final List<String> checkIds;
    private final Map<String, Map<String, Attestation>> attested = new HashMap<>();
    private final Map<Unattested, Gap> unattested = new ConcurrentHashMap<>();

    /** Assets of one role in one place, of which nobody told whether they have a control. */
    private record Unattested(String control, String role, String namespace) {}

    CheckFunctions(CheckResults results, Checks checks, ThreatCatalogue catalogue, List<Attestation> attestations) {
        this.results = results;
        this.checkIds = checks.all().stream().map(Check::id).toList();
        catalogue.controls().values().forEach(control -> titles.put(control.id(), control.title()));
        for (Attestation attestation : attestations) {
            attestation
                    .assets()
                    .forEach(asset -> attested.computeIfAbsent(attestation.control(), key -> new HashMap<>())
                            .put(asset, attestation));
        }
    }

    List<Language.Function> all() {
        Property asset = Property.of("asset", Kind.thing(Properties.ASSET));
        return List.of(
                new Language.Function(
                        "fails",
                        List.of(asset, new Property("check", Kind.TEXT, checkIds)),
                        Kind.FLAG,
                        (one, texts) -> fails((AssetThing) one, texts.getFirst().getFirst())),
                new Language.Function(
                        "lacks",
                        List.of(asset, new Property("control", Kind.TEXT, List.copyOf(titles.keySet()))),
                        Kind.FLAG,
                        (one, texts) -> lacks((AssetThing) one, texts.getFirst().getFirst())),
                new Language.Function(
                        "isPrivileged", List.of(asset), Kind.FLAG, (one, texts) -> isPrivileged((AssetThing) one)));
    }

    /**
     * What checks say about an asset.
     *
     * @param asset of whom the first check says it
     */
    private record Said(CheckResults.State state, String check, int asset) {}

    private Thing.Value fails(AssetThing thing, String check) {
        Said said = about(thing, check);
        return switch (said.state()) {
            case FAILED -> yes(thing, said);
            case UNDECIDED -> thing.world().unknown(open(thing, said));
            case PASSED -> Thing.Value.of(false);
            case NOT_APPLICABLE ->
                DeclaredWays.isDeclared(thing.asset())
                        ? thing.world().unknown(open(thing, said))
                        : Thing.Value.of(false);
        };
    }

    /** A failure that is taken to be fixed has passed. */
    private CheckResults.State state(World world, String check, int asset) {
        CheckResults.State state = results.state(check, asset);
        return state == CheckResults.State.FAILED
                        && world.isSupposed(() -> world.fixes().passing(check, asset))
                ? CheckResults.State.PASSED
                : state;
    }

    private Thing.Value yes(AssetThing thing, Said said) {
        thing.world().hangsOn(() -> thing.world().fixes().pass(said.check(), said.asset()));
        String asset = thing.world().platform().asset(said.asset()).id();
        thing.world().met(() -> results.evidence(said.check(), asset).stream());
        return Thing.Value.of(true);
    }

    private static Gap open(AssetThing thing, Said said) {
        Asset asset = thing.world().platform().asset(said.asset());
        return new Gap(
                Gap.Topic.CHECK, said.check(), asset.id(), "what " + said.check() + " asks about " + asset.name());
    }

    private Thing.Value isPrivileged(AssetThing thing) {
        var unknown = Optional.<Thing.Value>empty();
        for (String check : PRIVILEGES) {
            Said said = new Said(state(thing.world(), check, thing.index()), check, thing.index());
            if (said.state() == CheckResults.State.FAILED) {
                return yes(thing, said);
            }
            if (said.state() == CheckResults.State.UNDECIDED) {
                unknown = Optional.of(thing.world().unknown(open(thing, said)));
            }
        }
        boolean isUnread = DeclaredWays.isDeclared(thing.asset());
        return unknown.orElseGet(() -> isUnread ? fails(thing, PRIVILEGES.getFirst()) : Thing.Value.of(false));
    }

    /** Evidence first, then somebody's word, then what is open. {@link ControlStates} says the same of all assets at once. */
    Thing.Value lacks(AssetThing thing, String control) {
        boolean isPassed = false;
        Optional<Said> open = Optional.empty();
        for (String check : results.checksOf(control)) {
            Said one = about(thing, check);
            switch (one.state()) {
                case FAILED -> {
                    return yes(thing, one);
                }
                case UNDECIDED -> open = open.isEmpty() ? Optional.of(one) : open;
                case PASSED -> isPassed = true;
                case NOT_APPLICABLE -> {}
            }
        }
        Optional<Attestation> word = attestation(thing, control);
        if (word.isPresent()) {
            thing.world()
                    .met(() -> Stream.of(new Evidence(
                            control + (word.get().holds() ? " is" : " is not") + " in place: "
                                    + word.get().evidence() + ", " + word.get().date(),
                            word.get().location())));
            return Thing.Value.of(!word.get().holds());
        }
        if (open.isPresent()) {
            return thing.world().unknown(open(thing, open.get()));
        }
        return isPassed ? Thing.Value.of(false) : thing.world().unknown(unattested(thing, control));
    }

    /** What shows that a control holds: the checks that passed. */
    List<Evidence> passed(AssetThing thing, String control) {
        return results.checksOf(control).stream()
                .map(check -> about(thing, check))
                .filter(said -> said.state() == CheckResults.State.PASSED)
                .map(said -> {
                    Asset asset = thing.world().platform().asset(said.asset());
                    return new Evidence(
                            said.check() + " passes on " + asset.kind() + " " + asset.name(), asset.location());
                })
                .toList();
    }

    /** Whether a control is known to be missing. */
    boolean isMissing(AssetThing thing, String control) {
        return titles.containsKey(control) && lacks(thing, control).equals(Thing.Value.of(true));
    }

    /** Whether a check is known to have failed. */
    boolean isFailed(AssetThing thing, String check) {
        return fails(thing, check).equals(Thing.Value.of(true));
    }

    /** Whether it is known that it can take over its node. */
    boolean isPrivilegedForSure(AssetThing thing) {
        return isPrivileged(thing).equals(Thing.Value.of(true));
    }

    private Gap unattested(AssetThing thing, String control) {
        Asset asset = thing.asset();
        return unattested.computeIfAbsent(
                new Unattested(control, asset.classification().role(), asset.namespace()), key -> {
                    String place = World.place(asset);
                    return new Gap(
                            Gap.Topic.CONTROL,
                            control + " " + key.role(),
                            place,
                            "whether the " + key.role() + " of " + place + " has " + control + " ("
                                    + Objects.requireNonNullElse(titles.get(control), control) + ")");
                });
    }

    private Optional<Attestation> attestation(AssetThing thing, String control) {
        return Optional.ofNullable(
                attested.getOrDefault(control, Map.of()).get(thing.asset().id()));
    }

    /** Attestations that a failed check contradicts. */
    List<Attestation> contradicted(World world) {
        var contradicted = new ArrayList<Attestation>();
        attested.forEach((control, byAsset) -> byAsset.forEach((asset, word) -> world.platform()
                .index(asset)
                .filter(index -> word.holds() && !contradicted.contains(word))
                .filter(index -> results.checksOf(control).stream()
                        .anyMatch(check -> about(world.thing(index), check).state() == CheckResults.State.FAILED))
                .ifPresent(index -> contradicted.add(word))));
        return contradicted;
    }

    /**
     * What a check says about the asset itself, and about what it has: its namespace, accounts, their roles, what it mounts. A failure there counts although
     * the asset itself passed: the password in a Secret is as bad as one in the environment. What is open there counts only where the asset itself says nothing.
     */
    private Said about(AssetThing thing, String check) {
        CheckResults.State own = state(thing.world(), check, thing.index());
        CheckResults.State best = own;
        int asset = thing.index();
        if (own == CheckResults.State.PASSED || own == CheckResults.State.NOT_APPLICABLE) {
            for (int other : thing.world().surroundings(thing.index())) {
                CheckResults.State state = state(thing.world(), check, other);
                if (state == CheckResults.State.FAILED
                        || (own == CheckResults.State.NOT_APPLICABLE && state.compareTo(best) < 0)) {
                    best = state;
                    asset = other;
                }
            }
        }
        return new Said(best, check, asset);
    }

    /** What shows that a control is in place: somebody's word, and the checks for it that passed. */
    List<Evidence> inPlace(AssetThing thing, String control) {
        return Stream.concat(
                        attestation(thing, control).filter(Attestation::holds).stream()
                                .map(word -> new Evidence(
                                        control + " is in place: " + word.evidence() + ", " + word.date(),
                                        word.location())),
                        results.checksOf(control).stream().flatMap(check -> foundNothing(thing, check).stream()))
                .toList();
    }

    /** That a check looked and found nothing, on the asset or on what it has. */
    List<Evidence> foundNothing(AssetThing thing, String check) {
        Said said = about(thing, check);
        return said.state() == CheckResults.State.PASSED
                ? List.of(new Evidence(
                        check + " looked for this and did not find it: " + results.title(check),
                        thing.world().platform().asset(said.asset()).location()))
                : List.of();
    }

    /** The checks for a control that failed on an asset, or on what it has. */
    List<String> failedFor(AssetThing thing, String control) {
        return results.checksOf(control).stream()
                .filter(check -> about(thing, check).state() == CheckResults.State.FAILED)
                .toList();
    }
}
