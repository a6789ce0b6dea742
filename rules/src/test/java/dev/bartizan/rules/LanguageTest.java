package dev.bartizan.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.graph.Truth;
import dev.bartizan.source.Location;
import dev.bartizan.source.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The truth table of expressions: t true, f false, u and v unknown, each a property of the thing n. */
class LanguageTest {
    private static final Language LANGUAGE = Language.of(
            List.of(new Language.Type(
                    "Asset",
                    List.of(
                            Language.Property.of("t", Language.Kind.FLAG),
                            Language.Property.of("f", Language.Kind.FLAG),
                            Language.Property.of("u", Language.Kind.FLAG),
                            Language.Property.of("v", Language.Kind.FLAG),
                            Language.Property.of("three", Language.Kind.NUMBER),
                            Language.Property.of("size", Language.Kind.NUMBER),
                            Language.Property.of("name", Language.Kind.TEXT),
                            new Language.Property("role", Language.Kind.TEXT, List.of("trainer", "notebook"))))),
            List.of(
                    new Language.Function(
                            "lacks",
                            List.of(
                                    Language.Property.of("asset", Language.Kind.thing("Asset")),
                                    new Language.Property("control", Language.Kind.TEXT, List.of("C-PIN"))),
                            Language.Kind.FLAG,
                            (thing, texts) -> thing.property("u")),
                    new Language.Function(
                            "writers",
                            List.of(Language.Property.of("asset", Language.Kind.thing("Asset"))),
                            Language.Kind.things("Asset"),
                            (thing, texts) -> Thing.Several.of(List.of(new Asset("known")), Optional.empty())),
                    new Language.Function(
                            "readers",
                            List.of(Language.Property.of("asset", Language.Kind.thing("Asset"))),
                            Language.Kind.things("Asset"),
                            (thing, texts) ->
                                    Thing.Several.of(List.of(new Asset("known")), Optional.of("others who read it")))));

    private record Asset(String name) implements Thing {
        @Override
        public Value property(String property) {
            return switch (property) {
                case "t" -> Value.of(true);
                case "f" -> Value.of(false);
                case "three" -> Value.of(3);
                case "name" -> Value.of(name);
                case "role" -> Value.of("trainer");
                default -> new Unknown(property + " of " + name);
            };
        }
    }

    private static Truth evaluate(String source) {
        return evaluate(LANGUAGE::compile, source);
    }

    private static Truth evaluate(Compiler compiler, String source) {
        var problems = new ArrayList<Problem>();
        var compiled = compiler.compile(source, new TreeMap<>(Map.of("n", "Asset")), Location.ofFile("x"), problems);
        assertThat(problems).as(source).isEmpty();
        return compiled.orElseThrow().evaluate(Map.of("n", new Asset("a")));
    }

    @FunctionalInterface
    private interface Compiler {
        Optional<Expression> compile(
                String source, SortedMap<String, String> variables, Location location, List<Problem> problems);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '`', textBlock = """
            n.u => undecided
            !n.u => undecided
            n.u && n.f => refuted
            n.f && n.u => refuted
            n.u && n.t => undecided
            n.u && n.v => undecided
            n.u || n.t => confirmed
            n.t || n.u => confirmed
            n.u || n.f => undecided
            n.u == n.t => undecided
            n.u != n.t => undecided
            n.size < 3 => undecided
            n.size in [1, 2] => undecided
            n.three in [1, 3] => confirmed
            n.u ? n.t : n.f => undecided
            n.t ? n.t : n.u => confirmed
            has(n.u) => undecided
            has(n.t) => confirmed
            writers(n).exists(w, w.u) => undecided
            writers(n).exists(w, w.name == 'known') => confirmed
            writers(n).exists(w, w.name == 'stranger') => refuted
            writers(n).all(w, w.name == 'known') => confirmed
            writers(n).size() == 1 => confirmed
            readers(n).exists(w, w.name == 'known') => confirmed
            readers(n).exists(w, w.name == 'stranger') => undecided
            readers(n).all(w, w.name == 'known') => undecided
            readers(n).all(w, w.name == 'stranger') => refuted
            readers(n).exists_one(w, w.name == 'known') => undecided
            readers(n).filter(w, w.t).size() > 5 => undecided
            readers(n).map(w, w.name).exists(x, x == 'known') => undecided
            readers(n).size() > 0 => undecided
            readers(n).exists(w, lacks(w, 'C-PIN')) => undecided
            readers(n).exists(w, w.f && lacks(w, 'C-PIN')) => undecided
            lacks(n, 'C-PIN') && n.f => refuted
            """)
    void unknownIsNeverFalse(String expression, String truth) {
        assertThat(evaluate(expression).word()).isEqualTo(truth);
        assertThat(evaluate(LANGUAGE::compileForLibrary, expression).word()).isEqualTo(truth);
    }

    /** CEL's own runtime is the second opinion about invented expressions, gaps included. */
    @Test
    void theLibraryThinksTheSame() {
        var expressions = new RandomExpressions(20_261_122);
        var seen = new TreeSet<String>();
        for (int i = 0; i < 3_000; i++) {
            String expression = expressions.next();
            Truth ours = evaluate(expression);
            assertThat(ours).as(expression).isEqualTo(evaluate(LANGUAGE::compileForLibrary, expression));
            seen.add(ours.word());
        }
        assertThat(seen).hasSize(3);
    }

    /** The library takes two errors for different values. */
    @Test
    void whetherTwoUnknownConnectionsAreEqualIsUnknown() {
        assertThat(evaluate("(n.u || n.f) != (n.v || n.f)").word()).isEqualTo("undecided");
    }

    @Test
    void whatIsRareIsLeftToTheLibrary() {
        assertThat(evaluate("n.name.matches('^a+$') && n.three * 2 == 6")).isEqualTo(Truth.CONFIRMED);
        assertThat(evaluate("n.name.matches('^b') || n.u")).isEqualTo(Truth.undecided("u of a"));
    }

    @Test
    void onlyGapsThatCanChangeTheAnswerAreNamed() {
        assertThat(evaluate("(n.u || n.t) && n.v")).isEqualTo(Truth.undecided("v of a"));
        assertThat(evaluate("n.u && n.v")).isEqualTo(new Truth.Undecided(new TreeSet<>(List.of("u of a", "v of a"))));
        assertThat(evaluate("readers(n).exists(w, w.name == 'x')")).isEqualTo(Truth.undecided("others who read it"));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '`', textBlock = """
            n.sigend => undefined field 'sigend'
            n.role == 'trianer' => 'trianer' is no role; did you mean 'trainer'?
            n.role in ['notbook'] => 'notbook' is no role; did you mean 'notebook'?
            'x' != n.role => 'x' is no role
            lacks(n, 'C-PINN') => 'C-PINN' is no control; did you mean 'C-PIN'?
            lacks(n) => found no matching overload
            n.three => expected type 'bool' but found 'int'
            n.t && => ERROR
            writers(n).exists(w, w.role == 'trainr') => 'trainr' is no role
            """)
    void whatIsMisspeltIsFoundWhenItIsCompiled(String expression, String message) {
        var problems = new ArrayList<Problem>();
        LANGUAGE.compile(expression, new TreeMap<>(Map.of("n", "Asset")), Location.ofFile("x"), problems);
        assertThat(problems).isNotEmpty();
        if (!message.equals("ERROR")) {
            assertThat(problems.getFirst().message()).contains(message);
        }
    }

    @Test
    void aMistakeIsShownWithACaretUnderIt() {
        var problems = new ArrayList<Problem>();
        LANGUAGE.compile("n.t && n.sigend", new TreeMap<>(Map.of("n", "Asset")), Location.ofFile("x"), problems);
        assertThat(problems.getFirst().message().lines().skip(1))
                .containsExactly("    n.t && n.sigend", "            ^");
    }

    /** Many things of which all but the last are asked about in vain, and whoever else there may be. */
    private record Crowd(String name, Several members, AtomicInteger asked) implements Thing {
        private static final int SIZE = 40;

        static Crowd of(Optional<String> rest) {
            var asked = new AtomicInteger();
            List<Thing> members = IntStream.range(0, SIZE)
                    .<Thing>mapToObj(i -> new Member(i < SIZE - 1 ? "notebook" : "trainer", asked))
                    .toList();
            return new Crowd("crowd", Several.of(members, rest), asked);
        }

        @Override
        public Value property(String property) {
            return Value.of(true);
        }
    }

    private record Member(String name, AtomicInteger asked) implements Thing {
        @Override
        public Value property(String property) {
            asked.incrementAndGet();
            return Value.of(name);
        }
    }

    private static final Language OF_CROWDS = Language.of(
            List.of(
                    new Language.Type("Crowd", List.of(Language.Property.of("here", Language.Kind.FLAG))),
                    new Language.Type("Member", List.of(Language.Property.of("role", Language.Kind.TEXT)))),
            List.of(new Language.Function(
                    "members",
                    List.of(Language.Property.of("crowd", Language.Kind.thing("Crowd"))),
                    Language.Kind.things("Member"),
                    (thing, texts) -> ((Crowd) thing).members())));

    private static Expression ofCrowds(String source) {
        var problems = new ArrayList<Problem>();
        var compiled = OF_CROWDS.compile(source, new TreeMap<>(Map.of("n", "Crowd")), Location.ofFile("x"), problems);
        assertThat(problems).isEmpty();
        return compiled.orElseThrow();
    }

    @Test
    void theSameThingsAreGoneThroughOnce() {
        var expression = ofCrowds("n.here && members(n).exists(m, m.role == 'trainer')");
        var crowd = Crowd.of(Optional.empty());
        for (int i = 0; i < 5; i++) {
            assertThat(expression.evaluate(Map.of("n", crowd))).isEqualTo(Truth.CONFIRMED);
        }
        assertThat(crowd.asked()).hasValue(Crowd.SIZE);
        var other = Crowd.of(Optional.empty());
        assertThat(expression.evaluate(Map.of("n", other))).isEqualTo(Truth.CONFIRMED);
        assertThat(other.asked()).hasValue(Crowd.SIZE);
    }

    @Test
    void whatIsUnknownIsMetEachTimeThatTheSameThingsAreGoneThrough() {
        var expression = ofCrowds("members(n).exists(m, m.role == 'agent')");
        var crowd = Crowd.of(Optional.of("others"));
        for (int i = 0; i < 3; i++) {
            assertThat(expression.evaluate(Map.of("n", crowd))).isEqualTo(Truth.undecided("others"));
        }
    }

    @Test
    void aLoopThatAsksAboutMoreThanItsElementsIsGoneThroughAgain() {
        var expression = ofCrowds("members(n).exists(m, m.role == 'trainer' && n.here)");
        var crowd = Crowd.of(Optional.empty());
        expression.evaluate(Map.of("n", crowd));
        expression.evaluate(Map.of("n", crowd));
        assertThat(crowd.asked()).hasValue(2 * Crowd.SIZE);
    }
}
