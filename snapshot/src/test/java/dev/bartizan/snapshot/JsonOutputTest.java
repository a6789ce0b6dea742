package dev.bartizan.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class JsonOutputTest {

    @Test
    void aDocumentIsCompact() {
        assertThat(written(json -> json.object()
                        .text("name", "a")
                        .text("absent", Optional.empty())
                        .number("count", -12)
                        .flag("yes", true)
                        .flag("no", false)
                        .texts("texts", List.of("b", "c"))
                        .array("pairs")
                        .array()
                        .number(1)
                        .number(Long.MAX_VALUE)
                        .end()
                        .object()
                        .end()
                        .end()
                        .object("inner")
                        .end()
                        .end()))
                .isEqualTo("{\"name\":\"a\",\"count\":-12,\"yes\":true,\"no\":false,\"texts\":[\"b\",\"c\"],"
                        + "\"pairs\":[[1,9223372036854775807],{}],\"inner\":{}}\n");
    }

    @Test
    void rowsHaveALineEach() {
        assertThat(written(json -> json.inRows()
                        .object()
                        .inRows()
                        .array("rows")
                        .object()
                        .number("x", 1)
                        .number("y", 2)
                        .end()
                        .object()
                        .end()
                        .end()
                        .inRows()
                        .array("none")
                        .end()
                        .end()))
                .isEqualTo("""
                        {
                        "rows":[
                        {"x":1,"y":2},
                        {}
                        ],
                        "none":[]
                        }
                        """);
    }

    @Test
    void escapesAreThoseOfTheStandard() {
        assertThat(written(json -> json.text("\"\\/\b\f\n\r\t\u0000\u001f\u007f?é東\ud83c\udff0\ud83c")))
                .isEqualTo("\"\\\"\\\\/\\u0008\\u000C\\n\\r\\t\\u0000\\u001F\u007f?é東\\uD83C\\uDFF0\\uD83C\"\n");
    }

    /** Every unit, in texts of every length around the sizes of the buffers. */
    @Test
    void everyTextReadsBackEqual() {
        var random = new Random(4);
        for (int length : new int[] {0, 1, 4_095, 4_096, 4_097, 65_535, 65_536, 70_000, 200_000}) {
            var text = new StringBuilder();
            for (int i = 0; i < length; i++) {
                text.append((char) (random.nextInt(4) == 0 ? random.nextInt(0x10000) : random.nextInt('a', 'z')));
            }
            var plain = "p".repeat(length);
            var read = JsonMapper.shared()
                    .readTree(written(json -> json.array()
                            .text(text.toString())
                            .text(plain)
                            .text(plain + "?")
                            .text(plain + "Ā")
                            .text(plain + "ÿ")
                            .end()));
            assertThat(read.get(0).asString().contentEquals(text)).isTrue();
            assertThat(read.get(1).asString().equals(plain)).isTrue();
            assertThat(read.get(2).asString().equals(plain + "?")).isTrue();
            assertThat(read.get(3).asString().equals(plain + "Ā")).isTrue();
            assertThat(read.get(4).asString().equals(plain + "ÿ")).isTrue();
        }
    }

    @Test
    void namesAreWrittenAlikeTheSecondTime() {
        for (String name : List.of("", "name", "a b", "\"", "ü", "🏰", "?", "n".repeat(5_000))) {
            var read = JsonMapper.shared()
                    .readTree(written(json -> json.array()
                            .object()
                            .number(name, 1)
                            .end()
                            .object()
                            .number(name, 2)
                            .end()
                            .end()));
            assertThat(read.get(0).get(name).asInt()).isEqualTo(1);
            assertThat(read.get(1).get(name).asInt()).isEqualTo(2);
        }
    }

    @Test
    void callsThatMakeNoDocumentAreABug() {
        List<Consumer<JsonOutput>> wrong = List.of(
                json -> {},
                JsonOutput::object,
                JsonOutput::end,
                json -> json.object().end().end(),
                json -> json.object().end().object().end(),
                json -> json.object().text("a value without a name").end(),
                json -> json.array().text("name", "in an array").end(),
                json -> json.text("name", "in nothing"));

        assertThat(wrong)
                .allSatisfy(
                        calls -> assertThatThrownBy(() -> written(calls)).isInstanceOf(IllegalStateException.class));
    }

    private static String written(Consumer<JsonOutput> document) {
        var out = new ByteArrayOutputStream();
        JsonOutput.write(out, document);
        return out.toString(StandardCharsets.UTF_8);
    }
}
