package dev.bartizan.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.source.Node;
import dev.bartizan.source.SourceReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class InjectorsTest {
    private final Injectors injectors = Injectors.load();

    private List<String> of(String metadata) {
        Node root = SourceReader.parse("pod.yaml", metadata)
                .documents()
                .getFirst()
                .root()
                .orElseThrow();
        return injectors.of(root).stream().map(Injectors.Injector::id).toList();
    }

    @Test
    void eachIsListedOnceWithWholeImageNames() {
        assertThat(injectors.all()).extracting(Injectors.Injector::id).doesNotHaveDuplicates();
        assertThat(injectors.all())
                .allSatisfy(injector -> assertThat(injector.containers())
                        .isNotEmpty()
                        .allSatisfy(container ->
                                assertThat(container.images()).allMatch(image -> image.matches("[^/]+\\.[^/]+/.+"))));
    }

    @Test
    void anInjectorIsKnownByItsMark() {
        assertThat(of("annotations: {sidecar.istio.io/status: '{}'}")).containsExactly("istio");
        assertThat(of("annotations: {sidecar.istio.io/inject: 'true'}")).isEmpty();
        assertThat(of("annotations: {vault.hashicorp.com/agent-inject-status: injected}"))
                .containsExactly("vault-agent");
        assertThat(of("annotations: {vault.hashicorp.com/agent-inject-status: update}"))
                .isEmpty();
        assertThat(of("annotations: {cloudsql.cloud.google.com/req1: '1'}")).containsExactly("cloud-sql-proxy");
        assertThat(of("labels: {serving.knative.dev/revision: r}")).containsExactly("knative");
        assertThat(of("labels: [a]")).isEmpty();
    }

    @Test
    void aContainerIsKnownByNameAndImageTogether() {
        var istio = injectors.all().getFirst();

        assertThat(istio.container("istio-proxy", "docker.io/istio/proxyv2")).isPresent();
        assertThat(istio.container("istio-proxy", "evil.example/istio/proxyv2")).isEmpty();
        assertThat(istio.container("miner", "docker.io/istio/proxyv2")).isEmpty();
    }
}
