package dev.bartizan.rules;

import static dev.bartizan.rules.Sample.answer;
import static dev.bartizan.rules.Sample.condition;
import static dev.bartizan.rules.Sample.container;
import static dev.bartizan.rules.Sample.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.graph.Truth;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionTest {
    private static final String YES = "{path: container.good, is: true}";
    private static final String NO = "{path: container.bad, is: true}";
    private static final String UNKNOWN = "{path: container.unknown, is: true}";
    private static final String VALUES = "{good: true, bad: false, unknown: perhaps}";

    @ParameterizedTest
    @CsvSource({
        "YES, YES, confirmed, confirmed",
        "YES, NO, refuted, confirmed",
        "NO, NO, refuted, refuted",
        "YES, UNKNOWN, undecided, confirmed",
        "NO, UNKNOWN, refuted, undecided",
        "UNKNOWN, UNKNOWN, undecided, undecided"
    })
    void joinsAsKleeneSays(String one, String other, String all, String any) {
        String parts = "[" + part(one) + ", " + part(other) + "]";
        String swapped = "[" + part(other) + ", " + part(one) + "]";
        assertThat(answer("all: " + parts, VALUES).word()).isEqualTo(all);
        assertThat(answer("all: " + swapped, VALUES).word()).isEqualTo(all);
        assertThat(answer("any: " + parts, VALUES).word()).isEqualTo(any);
        assertThat(answer("any: " + swapped, VALUES).word()).isEqualTo(any);
    }

    private static String part(String name) {
        return switch (name) {
            case "YES" -> YES;
            case "NO" -> NO;
            case String _ -> UNKNOWN;
        };
    }

    @Test
    void theOppositeOfUnknownIsUnknown() {
        assertThat(answer("not: " + UNKNOWN, VALUES)).isInstanceOf(Truth.Undecided.class);
        assertThat(answer("not: " + YES, VALUES)).isEqualTo(Truth.REFUTED);
        assertThat(answer("not: " + NO, VALUES)).isEqualTo(Truth.CONFIRMED);
    }

    @Test
    void quantifiersRunOverLists() {
        String mounts = "mounts: [{name: a, readOnly: true}, {name: b}]";
        String readOnly = "as: mount, where: {path: mount.readOnly, is: true}}";
        assertThat(answer("{some: container.mounts, " + readOnly, mounts)).isEqualTo(Truth.CONFIRMED);
        assertThat(answer("{every: container.mounts, " + readOnly, mounts)).isEqualTo(Truth.REFUTED);
        assertThat(answer("{none: container.mounts, " + readOnly, mounts)).isEqualTo(Truth.REFUTED);
        assertThat(answer("{some: container.mounts}", mounts)).isEqualTo(Truth.CONFIRMED);
        assertThat(answer("{some: container.mounts}", "mounts: []")).isEqualTo(Truth.REFUTED);
        assertThat(answer("{none: container.mounts}", "{}")).isEqualTo(Truth.CONFIRMED);
        assertThat(answer("{every: container.mounts, " + readOnly, "{}")).isEqualTo(Truth.CONFIRMED);
    }

    @Test
    void aListThatIsNoneIsUndecided() {
        assertThat(answer("{some: container.mounts}", "mounts: all")).isInstanceOf(Truth.Undecided.class);
        assertThat(answer("{none: container.mounts}", "mounts: all")).isInstanceOf(Truth.Undecided.class);
    }

    @Test
    void oneUnknownItemLeavesTheListUndecidedUnlessAnotherDecides() {
        String some = "{some: container.values, as: value, where: {path: value.set, is: true}}";
        assertThat(answer(some, "values: [{set: perhaps}, {set: false}]")).isInstanceOf(Truth.Undecided.class);
        assertThat(answer(some, "values: [{set: perhaps}, {set: true}]")).isEqualTo(Truth.CONFIRMED);
    }

    @Test
    void quantifiersRunOverTheValuesOfAMappingWithTheirKeys() {
        String rdma = "{some: container.limits, as: limit, where: {path: limit.key, prefix: rdma/}}";
        assertThat(answer(rdma, "limits: {cpu: 1, rdma/hca: 2}")).isEqualTo(Truth.CONFIRMED);
        assertThat(answer(rdma, "limits: {cpu: 1}")).isEqualTo(Truth.REFUTED);
    }

    @Test
    void nestedQuantifiersCompareWithEachOther() {
        String mounted = """
                some: container.mounts
                as: mount
                where:
                  some: container.volumes
                  as: volume
                  where: {path: volume.name, equals: {path: mount.name}}
                """;
        assertThat(answer(mounted, "{mounts: [{name: a}, {name: c}], volumes: [{name: b}, {name: c}]}"))
                .isEqualTo(Truth.CONFIRMED);
        assertThat(answer(mounted, "{mounts: [{name: a}], volumes: [{name: b}]}"))
                .isEqualTo(Truth.REFUTED);
    }

    @Test
    void anItemIsFoundByItsName() {
        String env = "{path: 'container.env[name=B].value', equals: '2'}";
        assertThat(answer(env, "env: [{name: A, value: '1'}, {name: B, value: '2'}]"))
                .isEqualTo(Truth.CONFIRMED);
        assertThat(answer(env, "env: [{name: A, value: '1'}]")).isEqualTo(Truth.REFUTED);
        assertThat(answer(env, "env: {name: B}")).isInstanceOf(Truth.Undecided.class);
        assertThat(answer("{path: 'container.env[0].value', exists: true}", "env: [{value: x}]"))
                .isEqualTo(Truth.CONFIRMED);
        assertThat(answer("{path: 'container.env[1].value', exists: true}", "env: [{value: x}]"))
                .isEqualTo(Truth.REFUTED);
    }

    @Test
    void aKeyMayEndInATextFoundElsewhere() {
        var profile = condition("{path: 'metadata.annotations[\"profile/${container.name}\"]', equals: off}");
        var frame = container("name: web");
        frame.bind(2, yaml("annotations: {profile/web: \"off\", profile/other: \"on\"}"));
        assertThat(profile.test(frame)).isEqualTo(Truth.CONFIRMED);
        frame.bind(0, yaml("name: other"));
        assertThat(profile.test(frame)).isEqualTo(Truth.REFUTED);
        frame.bind(0, yaml("{}"));
        assertThat(profile.test(frame)).isEqualTo(Truth.REFUTED);
    }

    @Test
    void aDoubtHoldsUnlessWhatMayChangeItIsRuledOut() {
        String doubt = "{doubt: {when: {some: container.envFrom}, because: the environment comes from elsewhere}}";
        assertThat(answer(doubt, "{}")).isEqualTo(Truth.CONFIRMED);
        assertThat(answer(doubt, "envFrom: [{}]")).isEqualTo(Truth.undecided("the environment comes from elsewhere"));
    }

    @Test
    void anUnknownTreeLeavesUndecidedOnlyWhatDependsOnIt() {
        var frame = container("runAsNonRoot: true");
        frame.bindUnknown(1, yaml("{}"), "the pod was not read");
        var either = condition("{path: [container.runAsNonRoot, pod.runAsNonRoot], is: true}");
        assertThat(either.test(frame)).isEqualTo(Truth.CONFIRMED);
        frame.bind(0, yaml("{}"));
        assertThat(either.test(frame)).isEqualTo(Truth.undecided("the pod was not read"));
    }

    @Test
    void textsAreBoundOrUnknown() {
        var latest = condition("{path: image.tag, equals: latest}");
        var frame = container("image: a:latest");
        frame.bindText(0, "latest");
        assertThat(latest.test(frame)).isEqualTo(Truth.CONFIRMED);
        frame.bindText(0, "");
        assertThat(latest.test(frame)).isEqualTo(Truth.REFUTED);
        frame.bindUnknownText(0, "a template fills it");
        assertThat(latest.test(frame)).isEqualTo(Truth.undecided("a template fills it"));
    }

    @Test
    void listsThatMultiplyBeyondReasonAreUndecided() {
        String items = "[" + "{name: a},".repeat(1_500) + "]";
        var frame = container("{mounts: " + items + ", volumes: " + items + "}");
        var pairs = condition("""
                some: container.mounts
                as: mount
                where: {some: container.volumes, as: volume, where: {path: volume.name, equals: b}}
                """);
        frame.restart();
        assertThat(pairs.test(frame)).isInstanceOf(Truth.Undecided.class);
    }

    @Test
    void whatPassesAllocatesNothing() {
        var checks = List.of(
                condition("{path: container.securityContext.privileged, is: true}"),
                condition("{not: {path: [container.securityContext.runAsNonRoot, pod.runAsNonRoot], is: true}}"),
                condition("{not: {path: container.securityContext.drop, includes: [ALL], normalise: capability}}"),
                condition("{some: container.env, as: env, where: {path: env.value, equals: secret}}"),
                condition("{flag: --trust-remote-code, exists: true}"),
                condition(
                        "{all: [{path: container.image, prefix: ghcr.io/}, {path: container.image, suffix: ':latest'}]}"));
        var frame = container("""
                image: ghcr.io/example/server:1.2
                args: [serve, --port, "8000"]
                env: [{name: A, value: "1"}, {name: B, value: "2"}]
                securityContext: {privileged: false, runAsNonRoot: true, drop: [ALL]}
                """);
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long first = allocated(checks, frame, threads);
        long later = allocated(checks, frame, threads);
        assertThat(Math.min(first, later)).as("bytes for 60,000 evaluations").isLessThan(20_000);
    }

    private static long allocated(List<Condition> checks, Frame frame, com.sun.management.ThreadMXBean threads) {
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 10_000; i++) {
            frame.restart();
            for (int check = 0; check < checks.size(); check++) {
                if (!checks.get(check).test(frame).isRefuted()) {
                    throw new AssertionError("check " + check + " does not pass");
                }
            }
        }
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
