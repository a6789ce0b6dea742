package dev.bartizan.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class NodeAgentsTest {
    private final NodeAgent plugin = new NodeAgent(
            "plugin",
            "the plugin",
            List.of("nvcr.io/nvidia/plugin"),
            List.of("gpu"),
            List.of("plugin-*"),
            new TreeMap<>(),
            List.of());

    @Test
    void whatAnAgentNeedsAreChecksThatExist() {
        var checks = Checks.load();
        assertThat(NodeAgent.load())
                .isNotEmpty()
                .allSatisfy(agent -> assertThat(agent.needs().keySet())
                        .as(agent.id())
                        .isNotEmpty()
                        .allSatisfy(check ->
                                assertThat(checks.check(check)).as(check).isPresent()));
    }

    @Test
    void eachAgentIsListedOnce() {
        assertThat(NodeAgent.load()).extracting(NodeAgent::id).doesNotHaveDuplicates();
    }

    @Test
    void anAgentBelongsToItsNamespaceUnderItsName() {
        assertThat(plugin.belongs("gpu", "plugin-a")).isTrue();
        assertThat(plugin.belongs("team", "plugin-a")).isFalse();
        assertThat(plugin.belongs("gpu", "other")).isFalse();
    }

    @Test
    void aMirrorCountsOnlyInARegistryThatWasApproved() {
        var approved = List.of("registry.example.com");
        assertThat(plugin.runs("nvcr.io/nvidia/plugin", List.of())).isTrue();
        assertThat(plugin.runs("registry.example.com/nvidia/plugin", approved)).isTrue();
        assertThat(plugin.runs("registry.example.com/nvidia/plugin", List.of())).isFalse();
        assertThat(plugin.runs("registry.example.com.evil.test/nvidia/plugin", approved))
                .isFalse();
        assertThat(plugin.runs("registry.example.com/evil/nvidia/plugin", approved))
                .isFalse();
    }

    @Test
    void aPublicRegistryApprovedAsAWholeMirrorsNobody() {
        assertThat(plugin.runs("docker.io/nvidia/plugin", List.of("docker.io"))).isFalse();
        assertThat(plugin.runs("ghcr.io/our-team/nvidia/plugin", List.of("ghcr.io/our-team/")))
                .isTrue();
    }
}
