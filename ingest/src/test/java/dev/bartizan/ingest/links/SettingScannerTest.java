package dev.bartizan.ingest.links;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettingScannerTest {
    private static List<String> settings(String text) {
        var found = new ArrayList<String>();
        SettingScanner.scan("own", text, (name, word, isWhole) -> {
            if (word.contains("/") || word.contains(":")) {
                found.add(name + " " + word + (isWhole ? " whole" : ""));
            }
        });
        return found;
    }

    @Test
    void everyWayOfWritingASettingGivesItsName() {
        assertThat(settings("http://a")).containsExactly("own http://a whole");
        assertThat(settings("url: http://a")).containsExactly("url http://a whole");
        assertThat(settings("  - \"url\": \"http://a\",")).containsExactly("url http://a whole");
        assertThat(settings("url=http://a?b=c")).containsExactly("url http://a?b=c whole");
        assertThat(settings("x.url = http://a")).containsExactly("x.url http://a whole");
        assertThat(settings("proxy_pass http://a;")).containsExactly("proxy_pass http://a whole");
        assertThat(settings("curl -s --data x --url http://a --other b")).containsExactly("--url http://a");
        assertThat(settings("serve --url=http://a --other b")).containsExactly("--url http://a whole");
    }

    @Test
    void listsAreTakenApart() {
        assertThat(settings("brokers: a:1,b:2")).containsExactly("brokers a:1", "brokers b:2");
        assertThat(settings("u:p@tcp(db:3306)/x")).contains("own db:3306");
    }

    @Test
    void commentsAreLeftOut() {
        assertThat(settings("""
                # see http://docs
                // http://docs
                url: http://a # http://docs
                """)).containsExactly("url http://a");
    }

    @Test
    void whatATemplateLeavesOpenStaysInItsWord() {
        assertThat(settings("http://{{inputs.parameters.ip}}:80/"))
                .containsExactly("own http://{{inputs.parameters.ip}}:80/ whole");
        assertThat(settings("http://a.${namespace}.svc")).containsExactly("own http://a.${namespace}.svc whole");
        assertThat(settings("http://$(HOST):80")).containsExactly("own http://$(HOST):80 whole");
        assertThat(settings("{\"a\":{\"url\":\"http://b\"}}")).containsExactly("url http://b whole");
    }

    @Test
    void aHostileTextIsReadOnce() {
        assertThat(settings("${".repeat(500_000))).hasSizeLessThan(2);
        assertThat(settings("a=".repeat(500_000))).isEmpty();
        assertThat(settings("\n".repeat(500_000) + "http://a")).isEmpty();
        assertThat(settings("{{".repeat(200_000) + " http://a")).isEmpty();
    }
}
