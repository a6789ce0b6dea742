package dev.bartizan.network.calico;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.network.calico.SelectorLanguage.Vocabulary;
import dev.bartizan.network.model.LabelExpression;
import dev.bartizan.network.model.LabelSelector;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Selectors as projectcalico.org/v3 describes them. */
class SelectorLanguageTest {
    private static final Map<String, String> LABELS =
            Map.of("app", "web", "example.com/stage", "prod-eu", "has", "yes", "in", "1");

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "all()                                            ; true",
                "!all()                                           ; false",
                "global()                                         ; false",
                "app == 'web'                                     ; true",
                "app=='web'                                       ; true",
                "app == \"web\"                                   ; true",
                "app == 'it''s'                                   ;",
                "app != 'web'                                     ; false",
                "missing != 'web'                                 ; true",
                "missing == ''                                    ; false",
                "app in {'web', 'api'}                            ; true",
                "app in {'web','api',}                            ; true",
                "app in {}                                        ; false",
                "app not in {'api'}                               ; true",
                "missing not in {'api'}                           ; true",
                "app not   in {'web'}                             ; false",
                "has(app)                                         ; true",
                "has( app )                                       ; true",
                "! has(app)                                       ; false",
                "!!has(app)                                       ; true",
                "has(example.com/stage)                           ; true",
                "example.com/stage starts with 'prod'             ; true",
                "example.com/stage ends with '-eu'                ; true",
                "example.com/stage contains 'd-e'                 ; true",
                "missing contains ''                              ; false",
                "has == 'yes'                                     ; true",
                "in == '1'                                        ; true",
                "app == 'api' || app == 'web' && has(missing)     ; false",
                "(app == 'web' || has(missing)) && has(in)        ; true",
                "app == 'web' || has(missing) && has(missing)     ; true",
                "!(app == 'web' && has(missing))                  ; true",
            })
    void means(String selector, Boolean expected) {
        assertThat(read(selector).map(read -> read.matches(LABELS))).isEqualTo(Optional.ofNullable(expected));
    }

    @Test
    void nothingMeansAll() {
        assertThat(read("  ")).contains(LabelSelector.EVERYTHING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "app",
                "app ==",
                "app == web",
                "app = 'web'",
                "== 'web'",
                "app == 'web",
                "(app == 'web'",
                "app == 'web')",
                "app in 'web'",
                "app in {'web'",
                "app in {web}",
                "app not {'web'}",
                "has()",
                "has(app",
                "app == 'web' &&",
                "&& app == 'web'",
                "app starts 'w'",
                "app == 'web' app == 'api'",
                "app == 'web' & x",
                "all",
                "some()"
            })
    void whatIsNoSelector(String selector) {
        assertThat(read(selector)).isEmpty();
    }

    @Test
    void depthAndLengthAreBounded() {
        assertThat(read("(".repeat(100_000) + "all()" + ")".repeat(100_000))).isEmpty();
        assertThat(read("(".repeat(5_000) + "all()" + ")".repeat(5_000))).isEmpty();
        assertThat(read("!".repeat(10_000) + "all()")).isPresent();
    }

    private static Optional<LabelExpression> read(String selector) {
        return SelectorLanguage.read(
                selector, new Vocabulary(key -> key, LabelSelector.EVERYTHING, LabelSelector.NOTHING));
    }
}
