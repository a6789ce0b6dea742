package dev.bartizan.network.observed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.testkit.Mutator;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlowFileTest {
    private static final String CSV = """
            src,dst,port,protocol,count
            shop/web,shop/api,8080,TCP,12
            "shop/web[Deployment]",10.0.0.1,53,udp,1
            shop/web,shop/api,8080,TCP,3
            """;
    private static final String JSON = """
            {"src": "shop/web", "dst": "shop/\\u0061pi", "port": 8080, "count": 12}
            {"dst":"pay.example.com","src":"shop/web","port":"443","protocol":"TCP"}
            """;

    private static List<String> flows(String text) {
        FlowFile.Answer read = FlowFile.read("seen", text);
        assertThat(read.problems()).isEmpty();
        return read.flows().stream()
                .map(flow -> flow.from() + " " + flow.to() + " " + flow.protocol() + " " + flow.port() + " x"
                        + flow.count() + " line " + flow.place().line())
                .toList();
    }

    private static List<String> problems(String text) {
        return FlowFile.read("seen", text).problems().stream()
                .map(problem -> problem.location().orElseThrow().line() + ":"
                        + problem.location().orElseThrow().column() + " " + problem.message())
                .toList();
    }

    @Test
    void csvNamesItsFieldsFirstAndEqualConnectionsAreCountedTogether() {
        assertThat(flows(CSV))
                .containsExactly(
                        "shop/web shop/api TCP 8080 x15 line 2", "shop/web[Deployment] 10.0.0.1 UDP 53 x1 line 3");
        assertThat(flows("\uFEFFport,dst,src\r\n80,b/b,a/a\r\n")).containsExactly("a/a b/b TCP 80 x1 line 2");
    }

    @Test
    void jsonHasAnObjectInEachLine() {
        assertThat(flows(JSON))
                .containsExactly("shop/web shop/api TCP 8080 x12 line 1", "shop/web pay.example.com TCP 443 x1 line 2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "src,dst|1:1|a field is missing",
                "src,dst,port,verdict|1:14|this is no field, or stands twice",
                "src,dst,port;a/a,b/b|2:1|the line has 2 fields, the first line 3",
                "src,dst,port;a/a,b/b,0|2:9|this is no number in its range",
                "src,dst,port;a/a,b/b,65536|2:9|this is no number in its range",
                "src,dst,port;a/a,b/b,http|2:9|this is no number in its range",
                "src,dst,port,protocol;a/a,b/b,1,ICMP|2:11|this is no protocol",
                "src,dst,port;,b/b,1|2:1|src is no name",
                "src,dst,port;\"a,b/b,1|2:1|a quoted field does not end",
                "src,dst,port;\"a\"b,b/b,1|2:4|something stands behind a quoted field",
                "{\"src\":\"a\",\"dst\":\"b\"}|1:1|there is no port",
                "{\"src\":\"a\",\"dst\":\"b\",\"port\":1,\"x\":1}|1:35|this is no field",
                "{\"src\":\"a\",\"src\":\"b\",\"port\":1}|1:12|the field stands twice",
                "{\"src\":[\"a\"],\"dst\":\"b\",\"port\":1}|1:8|this is neither a text nor a whole number",
                "{\"src\":\"a\",\"dst\":\"b\",\"port\":-1}|1:29|this is neither a text nor a whole number",
                "{\"src\":\"a\",\"dst\":\"b\",\"port\":1} {|1:32|something stands behind the object",
                "{\"src\":\"a|1:8|a text does not end",
                "{\"src\":\"\\x\"|1:10|this is no escape"
            })
    void whatIsWrongIsToldWithItsPlace(String text, String place, String said) {
        assertThat(problems(text.replace(';', '\n')))
                .containsExactly(place + " This flow cannot be read: " + said + ".");
    }

    @Test
    void allMistakesComeAtOnceAndNotMoreThanOneCanRead() {
        assertThat(problems("src,dst,port\n" + "a,b\n".repeat(3))).hasSize(3);
        assertThat(problems("src,dst,port\n" + "a,b\n".repeat(10_000))).hasSize(50);
        assertThat(problems("")).containsExactly("1:1 This flow cannot be read: there is nothing in it.");
        assertThat(problems("src,dst,port\n" + "a".repeat(5_000)))
                .containsExactly("2:1 This flow cannot be read: the line has more than 4096 characters.");
    }

    @Test
    void damagedFilesAreReadOrRefused() {
        for (long seed = 0; seed < 2_000; seed++) {
            String original = seed % 2 == 0 ? CSV : JSON;
            byte[] damaged = Mutator.mutate("seen", original.getBytes(StandardCharsets.UTF_8), seed)
                    .bytes();
            var read = FlowFile.read("seen", new String(damaged, StandardCharsets.UTF_8));
            assertThat(read.flows())
                    .as("seed %d", seed)
                    .allSatisfy(flow -> assertThat(flow.port()).isBetween(1, 65_535));
            assertThat(read.problems())
                    .as("seed %d", seed)
                    .allSatisfy(problem -> assertThat(problem.location()).isPresent());
        }
    }
}
