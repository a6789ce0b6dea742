package dev.bartizan.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a mesh knows by name: ServiceEntries and Sidecars. Neither lets anybody through. */
class MeshNamesTest {
    private static final String PLATFORM = """
            apiVersion: v1
            kind: Namespace
            metadata: {name: shop, labels: {istio-injection: enabled}}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: web, namespace: shop, labels: {app: web}}
            spec: {containers: [{name: c, image: c}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: db, namespace: shop, labels: {app: db}}
            spec: {containers: [{name: c, image: c}]}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: db, namespace: shop}
            spec: {selector: {app: db}, ports: [{port: 80}]}
            ---
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: out, namespace: shop}
            spec: {podSelector: {}, policyTypes: [Egress], egress: [{to: [{ipBlock: {cidr: 203.0.113.0/24}}], ports: [{port: 443}]}]}
            ---
            apiVersion: networking.istio.io/v1
            kind: ServiceEntry
            metadata: {name: models, namespace: shop}
            spec: {hosts: ['*.models.example', Hub.example], resolution: DNS, ports: [{number: 443, name: tls, protocol: TLS}]}
            ---
            apiVersion: networking.istio.io/v1
            kind: ServiceEntry
            metadata: {name: fixed, namespace: shop}
            spec: {hosts: [fixed.example], resolution: STATIC, endpoints: [{address: 203.0.113.9}], ports: [{number: 443, name: tls, protocol: TLS}]}
            """;

    private static final Connectivity CONNECTIVITY = Connectivity.of(Clusters.of(PLATFORM), CniProfile.KUBERNETES);

    @Test
    void aNameThatIsLookedUpMayHaveAnyAddress() {
        for (String name : List.of("a.models.example", "hub.example")) {
            assertThat(explain(CONNECTIVITY, name))
                    .as(name)
                    .contains(
                            "Which addresses it has is in no file. Of addresses outside, policies say:",
                            "ALLOWED TCP 443 to 203.0.113.0-203.0.113.255[External]",
                            "DENIED All Connections to 203.0.114.0-255.255.255.255[External]");
        }
    }

    @Test
    void aNameWithAddressesIsDecidedByThese() {
        assertThat(explain(CONNECTIVITY, "fixed.example"))
                .first()
                .isEqualTo("shop/web[Pod] => fixed.example, a destination of ServiceEntry shop/fixed  cluster.yaml:33");
        assertThat(explain(CONNECTIVITY, "fixed.example"))
                .filteredOn(line -> line.contains("[External]"))
                .containsExactly(
                        "ALLOWED TCP 443 to 203.0.113.0-203.0.113.255[External]",
                        "DENIED SCTP 1-65535,TCP 1-442,444-65535,UDP 1-65535 to 203.0.113.0-203.0.113.255[External]");
    }

    @Test
    void otherNamesAreNotKnown() {
        Peer web = CONNECTIVITY.peer("shop/web").orElseThrow();

        assertThat(CONNECTIVITY.explainName(web, "models.example", Optional.empty()))
                .isEmpty();
        assertThat(CONNECTIVITY.assumptions())
                .contains(
                        "Istio: ServiceEntries name destinations outside: *.models.example, fixed.example, hub.example."
                                + " Policies decide by addresses; 'bartizan network explain' takes such a name.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "egress: [{hosts: [istio-system/*]}]                                                | yes | yes",
                "egress: [{hosts: [./*]}]                                                           | no  | no",
                "egress: [{hosts: ['*/*']}]                                                         | no  | no",
                "egress: [{hosts: [shop/db.shop.svc.cluster.local]}]                                | no  | yes",
                "egress: [{hosts: ['~/*']}]                                                         | yes | yes",
                "egress: [{hosts: ['./*.models.example']}]                                          | yes | no",
                "ingress: []                                                                        | no  | no",
                "workloadSelector: {labels: {app: other}}, egress: [{hosts: [istio-system/*]}]      | no  | no",
            })
    void aSidecarThatDoesNotListTheReceiverIsToldAsAdvice(String spec, String isToldOfPod, String isToldOfName) {
        var connectivity = Connectivity.of(Clusters.of(PLATFORM + """
                ---
                apiVersion: networking.istio.io/v1
                kind: Sidecar
                metadata: {name: default, namespace: shop}
                spec: {%s}
                """.formatted(spec)), CniProfile.KUBERNETES);
        Peer web = connectivity.peer("shop/web").orElseThrow();
        Peer db = connectivity.peer("shop/db").orElseThrow();
        String advice =
                "advice, which stops nobody: Sidecar shop/default does not list it among its egress hosts  cluster.yaml:38";

        assertThat(connectivity.explain(web, db, Optional.empty()).contains(advice))
                .isEqualTo(isToldOfPod.equals("yes"));
        assertThat(explain(connectivity, "a.models.example").contains(advice)).isEqualTo(isToldOfName.equals("yes"));
        assertThat(Clusters.lines(connectivity)).isEqualTo(Clusters.lines(CONNECTIVITY));
    }

    private static List<String> explain(Connectivity connectivity, String name) {
        return connectivity
                .explainName(connectivity.peer("shop/web").orElseThrow(), name, Optional.empty())
                .orElseThrow();
    }
}
