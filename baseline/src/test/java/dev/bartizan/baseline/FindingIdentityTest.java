package dev.bartizan.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.graph.Finding;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A finding is the same as long as the thing is the same. */
class FindingIdentityTest {
    private static final String MANIFEST = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, namespace: team}
            spec:
              template:
                spec:
                  containers:
                    - name: web
                      image: web:1
                      env:
                        - {name: DATABASE_PASSWORD, value: correct-horse-battery-7}
                      securityContext: {privileged: true, capabilities: {add: [SYS_ADMIN, NET_ADMIN]}}
                    - {name: side, image: side:1, ports: [{containerPort: 80, hostPort: 80}]}
                  volumes:
                    - {name: a, hostPath: {path: /a}}
                    - {name: b, hostPath: {path: /b}}
            """;

    private static final String OTHER = """
            apiVersion: rbac.authorization.k8s.io/v1
            kind: ClusterRole
            metadata: {name: wide}
            rules:
              - {apiGroups: [""], resources: [secrets, pods], verbs: ["*"]}
              - {apiGroups: ["apps"], resources: ["*"], verbs: [get, list]}
            """;

    private static Set<String> of(String file, String yaml) {
        return TestPlatform.named(file, yaml).fingerprints();
    }

    private final Set<String> before = of("a.yaml", MANIFEST + "---\n" + OTHER);

    @Test
    void itHasThirtyTwoHexadecimalDigits() {
        assertThat(before).hasSizeGreaterThan(15).allMatch(id -> id.matches("[0-9a-f]{32}"));
    }

    @Test
    void aRenamedFileChangesNothing() {
        assertThat(of("moved/b.yml", MANIFEST + "---\n" + OTHER)).isEqualTo(before);
    }

    @Test
    void reorderedDocumentsChangeNothing() {
        assertThat(of("a.yaml", OTHER + "---\n" + MANIFEST)).isEqualTo(before);
    }

    @Test
    void addedLinesAndCommentsChangeNothing() {
        String longer = MANIFEST.replace("spec:\n  template:", "# a comment\n\n\nspec:\n  replicas: 3\n  template:");
        assertThat(of("a.yaml", longer + "---\n" + OTHER)).isEqualTo(before);
    }

    @Test
    void reorderedItemsChangeNothing() {
        String swapped = MANIFEST.replace(
                        "        - {name: a, hostPath: {path: /a}}\n        - {name: b, hostPath: {path: /b}}",
                        "        - {name: b, hostPath: {path: /b}}\n        - {name: a, hostPath: {path: /a}}")
                .replace("add: [SYS_ADMIN, NET_ADMIN]", "add: [NET_ADMIN, SYS_ADMIN]");
        String roles = OTHER.replace("[secrets, pods]", "[pods, secrets]");
        assertThat(of("a.yaml", swapped + "---\n" + roles)).isEqualTo(before);
    }

    @Test
    void reorderedRulesWithoutNamesChangeNothing() {
        String[] lines = OTHER.split("\n");
        String swapped = String.join("\n", lines[0], lines[1], lines[2], lines[3], lines[5], lines[4]) + "\n";
        assertThat(of("a.yaml", MANIFEST + "---\n" + swapped)).isEqualTo(before);
    }

    @Test
    void anotherSpellingOfTheSameValueChangesNothing() {
        assertThat(of("a.yaml", MANIFEST.replace("privileged: true", "privileged: yes") + "---\n" + OTHER))
                .isEqualTo(before);
    }

    @Test
    void aListInAListFileChangesNothing() {
        String list = "apiVersion: v1\nkind: List\nitems:\n- "
                + MANIFEST.stripTrailing().replace("\n", "\n  ") + "\n- "
                + OTHER.stripTrailing().replace("\n", "\n  ") + "\n";
        assertThat(of("a.yaml", list)).isEqualTo(before);
    }

    @Test
    void oneFixedAndOneAddedIsNoticedAlthoughTheNumberIsTheSame() {
        Set<String> after = of(
                "a.yaml",
                MANIFEST.replace("{name: b, hostPath: {path: /b}}", "{name: c, hostPath: {path: /c}}") + "---\n"
                        + OTHER);
        assertThat(after).hasSameSizeAs(before);
        var added = new HashSet<>(after);
        added.removeAll(before);
        var fixed = new HashSet<>(before);
        fixed.removeAll(after);
        assertThat(added).hasSize(1);
        assertThat(fixed).hasSize(1);
    }

    @Test
    void anotherValueAtTheSamePlaceIsAnotherFinding() {
        assertThat(of("a.yaml", MANIFEST.replace("path: /b", "path: /etc") + "---\n" + OTHER))
                .isNotEqualTo(before);
    }

    @Test
    void identicalThingsTwiceAreTwoFindings() {
        var platform = TestPlatform.of("""
                apiVersion: v1
                kind: Pod
                metadata: {name: web}
                spec:
                  containers:
                    - {image: web:1, securityContext: {privileged: true}}
                    - {image: web:1, securityContext: {privileged: true}}
                    - {name: same, image: web:1, securityContext: {privileged: true}}
                    - {name: same, image: web:1, securityContext: {privileged: true}}
                """);
        assertThat(platform.members("BL-WL-001"))
                .hasSize(4)
                .extracting(Finding.Member::id)
                .doesNotHaveDuplicates();
    }

    @Test
    void noSecretGetsIntoIt() {
        assertThat(of(
                        "a.yaml",
                        MANIFEST.replace("correct-horse-battery-7", "another-horse-battery-8") + "---\n" + OTHER))
                .as("two secrets of one kind at one place cannot be told apart")
                .isEqualTo(before);
    }
}
