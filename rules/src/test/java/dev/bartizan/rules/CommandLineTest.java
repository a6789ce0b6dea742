package dev.bartizan.rules;

import static dev.bartizan.rules.Sample.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.graph.Truth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
    private static final String REMOTE_CODE = "{flag: --trust-remote-code, is: true}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "args: [--trust-remote-code]",
                "args: [--trust_remote_code]",
                "args: [--trust-remote-code, --port, '80']",
                "args: [--trust-remote-code=true]",
                "args: [--trust-remote-code, 'true']",
                "command: [vllm, serve, m, --trust-remote-code]",
                "command: [sh, -c, 'vllm serve m --trust-remote-code --port 80']",
                "args: [\"vllm serve m \\\\\\n  --trust-remote-code \\\\\\n  --port 80\"]",
                "args: ['exec vllm \"--trust-remote-code\"']"
            })
    void aFlagIsFoundHoweverItIsWritten(String container) {
        assertThat(answer(REMOTE_CODE, container)).isEqualTo(Truth.CONFIRMED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "args: []",
                "args: [--trust-remote-code=false]",
                "args: [--no-trust-remote-code]",
                "args: [--trust-remote-code-not]",
                "args: ['#--trust-remote-code']",
                "image: --trust-remote-code"
            })
    void whatOnlyLooksLikeItIsNot(String container) {
        assertThat(answer(REMOTE_CODE, container)).isEqualTo(Truth.REFUTED);
    }

    @Test
    void theLastOneCounts() {
        assertThat(answer("{flag: --mode, equals: b}", "args: [--mode, a, --mode=b]"))
                .isEqualTo(Truth.CONFIRMED);
        assertThat(answer("{flag: --mode, equals: a}", "{command: [x, --mode, a], args: [--mode, b]}"))
                .isEqualTo(Truth.REFUTED);
    }

    @Test
    void anEmptyValueIsAValue() {
        String open = "{flag: --ServerApp.token, equals: ''}";
        assertThat(answer(open, "args: [\"--ServerApp.token=''\"]")).isEqualTo(Truth.CONFIRMED);
        assertThat(answer(open, "args: [--ServerApp.token=]")).isEqualTo(Truth.CONFIRMED);
        assertThat(answer(open, "args: [\"jupyter lab --ServerApp.token='' --ip=0.0.0.0\"]"))
                .isEqualTo(Truth.CONFIRMED);
        assertThat(answer(open, "args: [--ServerApp.token=$(TOKEN)]")).isEqualTo(Truth.REFUTED);
    }

    @Test
    void aValueMayHoldSpaces() {
        assertThat(answer("{flag: --config, equals: '{\"a\": 1}'}", "args: ['--config={\"a\": 1}']"))
                .isEqualTo(Truth.CONFIRMED);
    }

    @Test
    void anotherFlagIsNoValue() {
        assertThat(answer("{flag: --verbose, equals: --port}", "args: [--verbose, --port, '80']"))
                .isEqualTo(Truth.REFUTED);
    }

    @Test
    void argumentsOfAWrongTypeAreUndecided() {
        assertThat(answer(REMOTE_CODE, "args: --trust-remote-code")).isInstanceOf(Truth.Undecided.class);
    }
}
