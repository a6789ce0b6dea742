package dev.bartizan.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanariesTest {
    private static final String POSITION = "secret-json";

    @TempDir
    Path folder;

    private final Canaries canaries = Canaries.of(1);

    @Test
    void atLeastSixtyAreWrittenAndEachIsFound() {
        canaries.writeInto(folder);
        assertThat(canaries.positions()).hasSizeGreaterThanOrEqualTo(60).doesNotHaveDuplicates();
        assertThat(canaries.findIn(folder).stream().map(Leak::canary).distinct())
                .containsExactlyInAnyOrderElementsOf(canaries.positions());
    }

    @Test
    void everyTemplateIsUsed() throws IOException {
        canaries.writeInto(folder);
        Path templates = Repository.path("testkit/src/main/resources/dev/bartizan/testkit/canary");
        try (Stream<Path> listed = Files.list(templates)) {
            for (Path template : listed.toList()) {
                assertThat(folder.resolve(template.getFileName().toString())).exists();
            }
        }
        assertThat(folder.resolve("secrets.yaml")).content().doesNotContain("%{", "%base64", "%gzip");
    }

    @Test
    void theSameSeedPlantsTheSameSecretsAndAnotherPlantsOthers() throws IOException {
        canaries.writeInto(folder.resolve("a"));
        Canaries.of(1).writeInto(folder.resolve("b"));
        assertThat(folder.resolve("a/secrets.yaml")).hasSameBinaryContentAs(folder.resolve("b/secrets.yaml"));
        assertThat(Canaries.of(2).findIn(folder)).isEmpty();
    }

    @Test
    void filesHaveTheirEncodings() throws IOException {
        canaries.writeInto(folder);
        assertThat(Files.readString(folder.resolve("secret.crlf.yaml"))).contains("kind: Secret\r\n");
        assertThat(Files.readAllBytes(folder.resolve("secret.bom.yaml"))).startsWith(0xef, 0xbb, 0xbf);
        assertThat(Files.readString(folder.resolve("secret.latin1.yaml"), StandardCharsets.ISO_8859_1))
                .contains("Müller");
        assertThat(folder.resolve("broken-tab.yaml")).content().contains("\n\tpassword: ");
    }

    @Test
    void whatIsHarmlessIsNotFound() {
        assertThat(canaries.findIn("apiVersion: v1\nkind: Secret\npassword: ******** (24 characters)\n"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "xy", "xyz", "user:"})
    void base64IsFoundWhateverStandsBeforeIt(String before) {
        String encoded =
                Base64.getEncoder().encodeToString((before + secret() + "after").getBytes(StandardCharsets.UTF_8));
        assertThat(canaries.findIn("value: " + encoded))
                .extracting(Leak::canary)
                .containsOnly(POSITION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void charactersOfOneAndTwoBytesAreFound(String charset) throws IOException {
        Path file = folder.resolve("heap.hprof");
        Files.write(file, ("password=" + secret()).getBytes(Charset.forName(charset)));
        assertThat(canaries.findIn(file)).extracting(Leak::canary).containsOnly(POSITION);
    }

    @Test
    void aSecretThatWasCutShortIsFoundAndAMaskedOneIsNot() {
        assertThat(canaries.findIn(secret().substring(0, 16) + "…")).isNotEmpty();
        assertThat(canaries.findIn("…" + secret().substring(10))).isNotEmpty();
        assertThat(canaries.findIn(secret().substring(0, 4) + "****" + secret().substring(20)))
                .isEmpty();
    }

    @Test
    void theRawContentOfAHelmReleaseGivesItsSecretAway() throws IOException {
        canaries.writeInto(folder);
        Matcher release = Pattern.compile("release: (\\S+)").matcher(Files.readString(folder.resolve("secrets.yaml")));
        assertThat(release.find()).isTrue();
        assertThat(canaries.findIn(release.group(1))).extracting(Leak::canary).containsOnly("secret-helm-release");
    }

    @Test
    void aSecretAcrossTheBoundaryOfTwoChunksIsFoundOnceWhereItIs() throws IOException {
        for (int before = (1 << 20) - 40; before < (1 << 20) + 80; before++) {
            Path file = folder.resolve("large");
            Files.writeString(file, " ".repeat(before) + secret() + " ".repeat(100));
            assertThat(canaries.findIn(file)).extracting(Leak::offset).containsExactly((long) before, before + 12L);
        }
    }

    @Test
    void aLeakNamesThePositionAndThePlaceButNotTheSecret() {
        List<Leak> leaks = canaries.findIn("a: " + secret());
        assertThat(leaks.getFirst()).hasToString("secret-json (plain) at byte 3 of the text");
        assertThat(leaks.toString()).doesNotContain(secret());
    }

    private String secret() {
        return new CanaryTemplates(1)
                .canaries().stream()
                        .filter(canary -> canary.name().equals(POSITION))
                        .findFirst()
                        .orElseThrow()
                        .value();
    }
}
