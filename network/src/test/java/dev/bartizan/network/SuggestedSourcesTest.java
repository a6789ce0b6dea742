package dev.bartizan.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.graph.Intent;
import dev.bartizan.knowledge.Intents;
import dev.bartizan.knowledge.Signatures;
import dev.bartizan.knowledge.Vocabulary;
import dev.bartizan.network.Suggestion.Addresses;
import dev.bartizan.network.Suggestion.Observed;
import dev.bartizan.network.Suggestion.Question;
import dev.bartizan.network.Suggestion.Source;
import dev.bartizan.source.SourceReader;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Policies from intents and from flows, alone and together. */
class SuggestedSourcesTest {
    private static final String SHOP = """
            apiVersion: v1
            kind: Pod
            metadata: {name: web, namespace: shop, labels: {app: web}}
            spec: {containers: [{name: c, image: c, env: [{name: API_URL, value: "http://api:8080"}]}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: api, namespace: shop, labels: {app: api}}
            spec: {containers: [{name: c, image: c, ports: [{containerPort: 9000}]}]}
            status: {podIP: 10.1.0.7}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: db, namespace: shop, labels: {app: db}}
            spec: {containers: [{name: c, image: c, ports: [{containerPort: 5432}]}]}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: api, namespace: shop}
            spec: {selector: {app: api}, clusterIP: 10.96.0.9, ports: [{port: 8080, targetPort: 9000}]}
            """;
    private static final String HEADER = "src,dst,port,protocol,count\n";

    private static List<Intent> intents(String yaml) {
        var vocabulary = Vocabulary.load();
        var read = Intents.read(
                SourceReader.parse("intents.yaml", yaml)
                        .documents()
                        .getFirst()
                        .root()
                        .orElseThrow(),
                vocabulary,
                Signatures.load(vocabulary));
        assertThat(read.problems()).isEmpty();
        return read.intents();
    }

    private static Suggestion suggest(Set<Source> from, String intents, String flows) {
        return suggest(SHOP, from, intents, flows, Addresses.NONE);
    }

    private static Suggestion suggest(
            String yaml, Set<Source> from, String intents, String flows, Addresses addresses) {
        var snapshot = Clusters.of(yaml);
        var observed = flows.isEmpty() ? List.<Observed>of() : List.of(Observed.read("seen.csv", HEADER + flows));
        assertThat(observed).allSatisfy(each -> assertThat(each.problems()).isEmpty());
        return Suggestion.of(
                snapshot,
                Connectivity.of(snapshot, CniProfile.KUBERNETES),
                Question.plain()
                        .with(addresses)
                        .from(from, intents.isEmpty() ? List.of() : intents(intents), observed));
    }

    private static String pairs(Suggestion suggestion) {
        return suggestion.files().getOrDefault("pairs.csv", "").replace("from,to,ports,result,why\n", "");
    }

    private static final String ALLOW_DB = """
            intents:
            - {id: db, demand: allow, from: [{names: [api]}], to: [{names: [db]}]}
            """;

    @Test
    void whatIntentsAllowIsTheIntendedSet() {
        var suggestion = suggest(Set.of(Source.INTENTS), ALLOW_DB, "");

        assertThat(pairs(suggestion)).isEqualTo("shop/api[Pod],shop/db[Pod],TCP 5432,intended,\n");
        assertThat(suggestion.isProven()).isTrue();
        assertThat(suggestion.summary()).contains("Of 1 intents with these policies: 1 proven.");
        assertThat(suggestion.files().get("policies/shop.yaml")).contains("# intent db allows it (intents.yaml:2)");
    }

    @Test
    void portsAndAddressesOfIntentsAreKept() {
        var suggestion = suggest(Set.of(Source.INTENTS), """
                intents:
                - {id: in, demand: allow, from: [{addresses: [192.0.2.0/24]}], to: [{names: [web]}], ports: ["80", "8000-8001"]}
                - {id: out, demand: allow, from: [{names: [web]}], to: [{addresses: [198.51.100.0/24]}], ports: ["443"]}
                """, "");

        assertThat(pairs(suggestion)).isEqualTo("""
                        shop/web[Pod],198.51.100.0-198.51.100.255,TCP 443,intended,
                        192.0.2.0-192.0.2.255,shop/web[Pod],"TCP 80, TCP 8000-8001",intended,
                        """);
        assertThat(suggestion.isProven()).isTrue();
    }

    @Test
    void whatIsDeclaredAndForbiddenIsCutAndListed() {
        var suggestion = suggest(Set.of(Source.LINKS), """
                intents:
                - {id: no-api, demand: deny, from: [{names: [web]}], to: [{names: [api]}]}
                """, "");

        assertThat(pairs(suggestion)).isEmpty();
        assertThat(suggestion.summary())
                .contains(
                        "Cut, because an intent forbids it: 1 connection",
                        "Of 1 intents with these policies: 1 proven.");
        assertThat(suggestion.files().get("README.md"))
                .contains(
                        "intent no-api (intents.yaml:2) forbids shop/web\\[Pod\\] =\\> shop/api\\[Pod\\] (TCP 9000): web calls api (cluster.yaml:4)");
    }

    @Test
    void onlyLetsInWhomItNamesAndViaWhoGoesThrough() {
        var flows = "shop/web,shop/db,5432,TCP,1\nshop/api,shop/db,5432,TCP,1\nshop/web,shop/api,9000,TCP,1\n";

        assertThat(pairs(suggest(Set.of(Source.FLOWS), """
                        intents:
                        - {id: db, demand: only, from: [{names: [api]}], to: [{names: [db]}], ports: ["5432"]}
                        """, flows))).isEqualTo("""
                        shop/api[Pod],shop/db[Pod],TCP 5432,intended,
                        shop/web[Pod],shop/api[Pod],TCP 9000,intended,
                        """);
        assertThat(pairs(suggest(Set.of(Source.FLOWS), """
                        intents:
                        - id: db
                          demand: via
                          from: [{who: workloads}]
                          to: [{names: [db]}]
                          through: [{names: [api]}]
                        """, flows)))
                .doesNotContain("shop/web[Pod],shop/db[Pod]")
                .contains("shop/api[Pod],shop/db[Pod],TCP 5432,intended,");
    }

    @Test
    void aFlowThatBreaksAnIntentIsListedAndNotAllowed() {
        var suggestion = suggest(
                Set.of(Source.FLOWS),
                "intents: [{id: apart, demand: deny, from: [{names: [web]}], to: [{who: internet}]}]",
                "shop/web,203.0.113.9,443,TCP,7\n");

        assertThat(pairs(suggestion)).isEmpty();
        assertThat(suggestion.files().get("README.md"))
                .contains("forbids shop/web\\[Pod\\] =\\> 203.0.113.9/32 (TCP 443): seen 7 times (seen.csv:2)");
    }

    @Test
    void flowsNameWorkloadsPodsServicesAndAddresses() {
        var suggestion = suggest(Set.of(Source.FLOWS), "", """
                shop/web,shop/api[Service],8080,TCP,2
                shop/web-5d4f8c7b9-x2x1k,shop/db,5432,TCP,1
                shop/db-0,10.96.0.9,8080,TCP,1
                shop/db,10.1.0.7,9001,UDP,1
                203.0.113.9,shop/web,80,TCP,1
                """);

        assertThat(pairs(suggestion)).isEqualTo("""
                shop/db[Pod],shop/api[Pod],"TCP 9000, UDP 9001",intended,
                shop/web[Pod],shop/api[Pod],TCP 9000,intended,
                shop/web[Pod],shop/db[Pod],TCP 5432,intended,
                203.0.113.9-203.0.113.9,shop/web[Pod],TCP 80,intended,
                """);
        assertThat(suggestion.isProven()).isTrue();
    }

    @Test
    void whoIsNobodyOfTheInputWouldStopAndPrivateAddressesAreNotTakenForOthers() {
        var flows = "10.7.7.7,shop/web,80,TCP,1\nother/gone,shop/web,80,TCP,1\n";

        assertThat(suggest(Set.of(Source.FLOWS), "", flows).summary())
                .anyMatch(line -> line.contains("10.7.7.7, a private address that is nobody's in the input"))
                .anyMatch(line -> line.contains("other/gone, whom the input does not hold"));
        var outside = new Addresses(List.of(), List.of(), List.of("10.7.0.0/16"));
        assertThat(pairs(suggest(SHOP, Set.of(Source.FLOWS), "", flows, outside)))
                .isEqualTo("10.7.7.7-10.7.7.7,shop/web[Pod],TCP 80,intended,\n");
        var node = new Addresses(List.of(), List.of("10.7.7.0/24"), List.of());
        assertThat(pairs(suggest(SHOP, Set.of(Source.FLOWS), "", flows, node)))
                .isEqualTo("10.7.7.0-10.7.7.255,shop/web[Pod],TCP 80,intended,\n");
    }

    @Test
    void whatIsDeclaredAndWhatWasSeenAreCompared() {
        var page = suggest(Set.of(Source.LINKS, Source.FLOWS), "", "shop/api,shop/db,5432,TCP,1\n")
                .files()
                .get("README.md");

        assertThat(page)
                .contains("## Seen, and declared nowhere\n\n- shop/api\\[Pod\\] =\\> shop/db\\[Pod\\] (TCP 5432)")
                .contains("## Declared, and not seen\n\n- shop/web\\[Pod\\] =\\> shop/api\\[Pod\\] (TCP 9000)");
    }

    @Test
    void sourcesAddUp() {
        var suggestion =
                suggest(Set.of(Source.LINKS, Source.INTENTS, Source.FLOWS), ALLOW_DB, "shop/web,shop/db,5432,TCP,1\n");

        assertThat(pairs(suggestion)).isEqualTo("""
                shop/api[Pod],shop/db[Pod],TCP 5432,intended,
                shop/web[Pod],shop/api[Pod],TCP 9000,intended,
                shop/web[Pod],shop/db[Pod],TCP 5432,intended,
                """);
    }
}
