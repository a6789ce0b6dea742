package dev.bartizan.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlReadingTest {

    @Test
    void everyValueKnowsItsLineAndColumn() {
        Node root = root("""
                apiVersion: v1
                spec:
                  containers:
                  - name: main
                    image: "nginx:1"
                  - {name: side, ports: [80, 443]}
                """);

        assertThat(root.location()).hasToString("a.yaml:1:1");
        assertThat(root.at("spec").location()).hasToString("a.yaml:3:3");
        assertThat(root.at("spec", "containers").location()).hasToString("a.yaml:4:3");
        assertThat(root.at("spec", "containers").get(0).get("image").location()).hasToString("a.yaml:5:12");
        assertThat(root.at("spec", "containers").get(1).get("ports").get(1).location())
                .hasToString("a.yaml:6:30");
        assertThat(((Mapping) root.get("spec")).keyLocation(0, "/spec"))
                .isEqualTo(new Location("a.yaml", 3, 3, "/spec"));
    }

    @Test
    void columnsAreCountedInUtf16Units() {
        Node root = root("a: [\"\uD83D\uDE00\uD83D\uDE00\", b]\n\"\uD83D\uDE00\": c\n");

        assertThat(root.get("a").get(0).location()).hasToString("a.yaml:1:5");
        assertThat(root.get("a").get(1).location()).hasToString("a.yaml:1:13");
        assertThat(root.get("\uD83D\uDE00").location()).hasToString("a.yaml:2:7");
        assertThat(((Scalar) root.get("a").get(0)).end()).isEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void everyKindOfLineBreakCounts(String lineBreak) {
        Reading reading = SourceReader.parse("a.yaml", String.join(lineBreak, "a: 1", "b:", "  c: 2", "---", "d: 3"));

        assertThat(reading.documents()).hasSize(2);
        assertThat(reading.documents().get(0).root().orElseThrow().at("b", "c").location())
                .hasToString("a.yaml:3:6");
        assertThat(reading.documents().get(1).root().orElseThrow().get("d").location())
                .hasToString("a.yaml:5:4");
    }

    @Test
    void aByteOrderMarkIsNotPartOfTheText() {
        assertThat(root("\uFEFFa: 1").location()).hasToString("a.yaml:1:1");
        Reading joined = SourceReader.parse("a.yaml", "a: 1\n\uFEFF---\nb: 2\n");
        assertThat(joined.documents())
                .hasSize(2)
                .allMatch(document -> document.root().isPresent());
    }

    @Test
    void absentNullAndEmptyStayApart() {
        Node root = root("a: {u: , t: ~, e: '', l: [], m: {}}");
        Node a = root.get("a");

        assertThat(a.get("x")).isInstanceOf(Absent.class);
        assertThat(a.get("x").isPresent()).isFalse();
        for (String key : List.of("u", "t")) {
            assertThat(a.get(key).isPresent()).isTrue();
            assertThat(a.get(key).hasValue()).isFalse();
            assertThat(a.get(key).text()).isEmpty();
        }
        assertThat(a.get("e").hasValue()).isTrue();
        assertThat(a.get("e").text()).contains("");
        assertThat(a.get("l"))
                .isInstanceOfSatisfying(
                        Sequence.class, list -> assertThat(list.size()).isZero());
        assertThat(a.get("m"))
                .isInstanceOfSatisfying(
                        Mapping.class, mapping -> assertThat(mapping.size()).isZero());
    }

    @Test
    void scalarsMeanWhatTheApiServerReads() {
        Node root = root("""
                privileged: yes
                quoted: "yes"
                mode: 0644
                big: 1_000
                tagged: !!str 123
                number: !!int "8080"
                block: |
                  true
                date: 2024-01-31
                """);

        assertThat(root.get("privileged").isTrue()).isTrue();
        assertThat(root.get("quoted").isTrue()).isFalse();
        assertThat(root.get("mode"))
                .isInstanceOfSatisfying(
                        Scalar.class, mode -> assertThat(mode.integer()).contains(420L));
        assertThat(root.get("big"))
                .isInstanceOfSatisfying(
                        Scalar.class, big -> assertThat(big.integer()).contains(1000L));
        assertThat(type(root.get("tagged"))).isEqualTo(ScalarType.STRING);
        assertThat(type(root.get("number"))).isEqualTo(ScalarType.INTEGER);
        assertThat(type(root.get("block"))).isEqualTo(ScalarType.STRING);
        assertThat(type(root.get("date"))).isEqualTo(ScalarType.STRING);
    }

    @Test
    void keysAreStringsAsInJson() {
        Reading reading = SourceReader.parse("a.yaml", "{on: 1, 0644: 2, 1.10: 3, \"on\": 4}\n");
        Mapping root = (Mapping) reading.documents().getFirst().root().orElseThrow();

        assertThat(root.keys()).containsExactly("true", "420", "1.1", "on");
        assertThat(codes(reading)).containsExactly("yaml-1.1");
        assertThat(reading.problems().getFirst().message()).startsWith("2 plain values or keys");
    }

    @Test
    void valuesThatTheYamlVersionsReadDifferentlyAreOneNoticePerFile() {
        Reading reading = SourceReader.parse("a.yaml", "a: true\nb: yes\nc: [on, 0644]\n---\nd: off\n");

        assertThat(reading.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.level()).isEqualTo(Problem.Level.NOTICE);
            assertThat(problem.message()).startsWith("4 plain values or keys");
            assertThat(problem.location().orElseThrow()).hasToString("a.yaml:2:4");
        });
    }

    @Test
    void ofDuplicateKeysTheLastOneCountsAndIsReported() {
        Reading reading = SourceReader.parse("a.yaml", "a: 1\nb: 2\na: 3\n");
        Mapping root = (Mapping) reading.documents().getFirst().root().orElseThrow();

        assertThat(root.keys()).containsExactly("b", "a");
        assertThat(root.get("a").text()).contains("3");
        assertThat(reading.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("yaml-duplicate-key");
            assertThat(problem.location().orElseThrow()).hasToString("a.yaml:3:1");
        });
    }

    @Test
    void duplicateKeysInALongMappingAreFound() {
        var text = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            text.append("key").append(i % 39).append(": ").append(i).append('\n');
        }

        Reading reading = SourceReader.parse("a.yaml", text.toString());

        assertThat(codes(reading)).containsExactly("yaml-duplicate-key");
        assertThat(((Mapping) reading.documents().getFirst().root().orElseThrow()).size())
                .isEqualTo(39);
    }

    @Test
    void aMergeKeyTakesOverWhatTheMappingLacks() {
        Node root = root("""
                base: &base {image: nginx, tag: "1", nested: {a: 1}}
                derived:
                  <<: *base
                  tag: "2"
                  nested: {b: 2}
                """);
        Mapping derived = (Mapping) root.get("derived");

        assertThat(derived.keys()).containsExactlyInAnyOrder("image", "tag", "nested");
        assertThat(derived.get("tag").text()).contains("2");
        assertThat(derived.get("image").location()).hasToString("a.yaml:1:21");
        assertThat(derived.at("nested", "a").isPresent()).isFalse();
    }

    @Test
    void aMergeKeyWrittenLastWinsAsInTheApiServersDecoder() {
        Reading reading = SourceReader.parse("a.yaml", "base: &base {tag: 1}\nderived: {tag: 2, <<: *base}\n");
        Node root = reading.documents().getFirst().root().orElseThrow();

        assertThat(root.at("derived", "tag").text()).contains("1");
        assertThat(codes(reading)).containsExactly("yaml-merge-order");
    }

    @Test
    void ofAListOfMergesTheFirstWins() {
        Node root = root("a: &a {x: 1, v: 1}\nb: &b {x: 2, z: 2}\nc: {<<: [*a, *b, {w: 3}]}\n");
        Mapping merged = (Mapping) root.get("c");

        assertThat(merged.get("x").text()).contains("1");
        assertThat(merged.get("v").text()).contains("1");
        assertThat(merged.get("z").text()).contains("2");
        assertThat(merged.get("w").text()).contains("3");
    }

    @Test
    void aMergeOfAMergeTakesOverBoth() {
        Node root = root("a: &a {x: 1}\nb: &b {<<: *a, v: 2}\nc: {<<: *b, z: 3}\n");

        assertThat(((Mapping) root.get("c")).keys()).containsExactlyInAnyOrder("x", "v", "z");
    }

    @Test
    void aQuotedMergeKeyIsAKey() {
        assertThat(root("{'<<': 1}").get("<<").text()).contains("1");
    }

    @Test
    void aMergeOfAScalarBreaksTheDocument() {
        Reading reading = SourceReader.parse("a.yaml", "a: {<<: 5}\n---\nb: 1\n");

        assertThat(codes(reading)).containsExactly("yaml-merge-type");
        assertThat(reading.documents().get(1).root()).isPresent();
    }

    @Test
    void anAliasIsTheSameValueAtThePlaceOfItsAnchor() {
        Node root = root("a: &x [1, 2]\nb: *x\n");

        assertThat(root.get("b")).isSameAs(root.get("a"));
        assertThat(root.get("b").location()).hasToString("a.yaml:1:4");
    }

    @Test
    void anAliasMayBeAKey() {
        assertThat(root("a: &x name\n*x : value\n").get("name").text()).contains("value");
    }

    @Test
    void anAnchorCanBeUsedAgain() {
        Node root = root("a: &x 1\nb: *x\nc: &x 2\nd: *x\n");

        assertThat(root.get("b").text()).contains("1");
        assertThat(root.get("d").text()).contains("2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a: *nobody | yaml-undefined-alias | 1:4",
                "a: &a {b: *a} | yaml-recursion | 1:11",
                "a: &a [*a] | yaml-recursion | 1:8",
                "a: [1, | yaml-syntax | 1:6",
                "a: b: c | yaml-syntax | 1:5",
                "a: \"open | yaml-syntax | 1:4",
                "a: 'open | yaml-syntax | 1:4",
                "a: @x | yaml-syntax | 1:4",
                "a: %x | yaml-syntax | 1:4",
                "a: \"\\q\" | yaml-syntax | 1:6",
                "a: !<%zz> x | yaml-syntax | 1:",
                "{{ .Values.x | yaml-syntax | 1:",
            })
    void aBrokenDocumentIsALocatedProblemAndLosesOnlyItself(String broken, String code, String place) {
        Reading reading = SourceReader.parse("a.yaml", broken + "\n---\nfine: true\n");

        assertThat(reading.problems()).first().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.level()).isEqualTo(Problem.Level.ERROR);
            assertThat(problem.location().orElseThrow().toString()).startsWith("a.yaml:" + place);
        });
        assertThat(reading.documents().getFirst().failure()).isPresent();
        assertThat(reading.documents()
                        .getLast()
                        .root()
                        .orElseThrow()
                        .get("fine")
                        .isTrue())
                .isTrue();
        assertThat(reading.counts().brokenDocuments()).isEqualTo(1);
    }

    @Test
    void aTabInTheIndentationSaysSo() {
        Reading reading = SourceReader.parse("a.yaml", "a:\n\tb: 1\n");

        assertThat(reading.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.message()).isEqualTo("A tab where YAML wants spaces.");
            assertThat(problem.location().orElseThrow()).hasToString("a.yaml:2:1");
        });
    }

    @Test
    void aControlCharacterSaysWhich() {
        Reading reading = SourceReader.parse("a.yaml", "a: x\nb: y\u0007z\n");

        assertThat(reading.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.message()).contains("U+0007");
            assertThat(problem.location().orElseThrow()).hasToString("a.yaml:2:5");
        });
    }

    @Test
    void aTagOfAnotherProgramIsReportedAndNotExecuted() {
        Reading reading =
                SourceReader.parse("a.yaml", "a: !!javax.script.ScriptEngineManager [x]\nb: !Ref y\nc: !!set {z: }\n");

        assertThat(codes(reading)).containsExactly("yaml-tag");
        Node root = reading.documents().getFirst().root().orElseThrow();
        assertThat(root.get("a").get(0).text()).contains("x");
        assertThat(root.get("b").text()).contains("y");
    }

    @Test
    void aKeyThatTheApiServerRefusesIsLeftOutAndReportedOnce() {
        Reading reading = SourceReader.parse("a.yaml", "? [a]\n: 1\n? {b: c}\n: 2\n~: 3\nd: 4\n");

        assertThat(codes(reading)).containsExactly("yaml-key-type");
        assertThat(((Mapping) reading.documents().getFirst().root().orElseThrow()).keys())
                .containsExactly("d");
    }

    @Test
    void documentsAreCountedAndEmptyOnesToldApart() {
        Reading reading = SourceReader.parse("a.yaml", """
                # comment
                ---
                a: 1
                ---
                # nothing
                ---
                null
                ...
                ---
                {{ template }}
                """);

        assertThat(reading.documents()).hasSize(4);
        assertThat(reading.documents()).extracting(Document::index).containsExactly(0, 1, 2, 3);
        assertThat(reading.documents()).extracting(Document::isEmpty).containsExactly(false, true, false, false);
        assertThat(reading.documents()).extracting(Document::templated).containsExactly(false, false, false, true);
        assertThat(reading.counts().emptyDocuments()).isEqualTo(1);
    }

    @Test
    void aFileOfCommentsGivesNoDocument() {
        Reading reading = SourceReader.parse("a.yaml", "# nothing here\n\n");

        assertThat(reading.documents()).isEmpty();
        assertThat(reading.outcomes()).extracting(FileOutcome::kind).containsExactly(FileOutcome.Kind.EMPTY);
    }

    @Test
    void aThousandEqualProblemsAreAFewAndACount() {
        Reading reading = SourceReader.parse("a.yaml", "{a: 1, a: 2}\n---\n".repeat(1_000));

        assertThat(reading.problems()).hasSize(21);
        assertThat(reading.problems())
                .extracting(Problem::message)
                .contains("And 980 more of the same kind in this file.");
    }

    private static ScalarType type(Node node) {
        return node instanceof Scalar scalar ? scalar.type() : ScalarType.NULL;
    }

    private static List<String> codes(Reading reading) {
        return reading.problems().stream().map(Problem::code).distinct().toList();
    }

    private static Node root(String text) {
        return SourceReader.parse("a.yaml", text).documents().getFirst().root().orElseThrow();
    }
}
