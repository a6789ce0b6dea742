package dev.bartizan.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.graph.DecisionTable.Run;
import dev.bartizan.graph.ReachabilityFacts.PeerClass;
import dev.bartizan.source.Location;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Two workloads: the second isolates itself but for port 80. */
class ReachabilityFactsTest {
    private static final Way.Step RULE =
            new Way.Step("p", "p allows it by rule 1", Optional.of(new Location("p.yaml", 7, 3, "/spec")));
    private static final Way.Step NOTHING = new Way.Step("", "no policy says anything", Optional.empty());
    private static final Way OPEN = new Way(List.of(tcp(1, 65_535)), Way.Verdict.ALLOWED, List.of(NOTHING));

    private static PortRange tcp(int first, int last) {
        return new PortRange(Transport.TCP, first, last);
    }

    private static ReachabilityFacts facts(Optional<List<Run>> second) {
        var ingress = List.of(Optional.of(List.of(new Run(1, List.of(OPEN)))), second);
        return new ReachabilityFacts(
                new ReachabilityFacts.Basis("kubernetes", "", 1, List.of()),
                List.of(member(4), member(9)),
                new DecisionTable(new int[] {0, 0}, 1, row -> Optional.of(List.of(new Run(1, List.of(OPEN))))),
                new DecisionTable(new int[] {0, 1}, 2, ingress::get));
    }

    private static PeerClass member(int asset) {
        return new PeerClass(List.of(new PeerClass.Member(asset, "")), "");
    }

    private static final ReachabilityFacts FACTS = facts(Optional.of(List.of(
            new Run(
                    0,
                    List.of(
                            new Way(List.of(tcp(80, 80)), Way.Verdict.ALLOWED, List.of(RULE)),
                            new Way(List.of(tcp(1, 79), tcp(81, 65_535)), Way.Verdict.DENIED, List.of(RULE)))),
            new Run(1, List.of(new Way(List.of(tcp(1, 65_535)), Way.Verdict.DEPENDS, List.of(RULE)))))));

    @Test
    void bothSidesMustAllow() {
        assertThat(FACTS.verdict(4, 9, Transport.TCP, 80).isConfirmed()).isTrue();
        assertThat(FACTS.verdict(4, 9, Transport.TCP, 81).isRefuted()).isTrue();
        assertThat(FACTS.verdict(9, 4, Transport.TCP, 81).isConfirmed()).isTrue();
        assertThat(FACTS.anyPort(0, 1).isConfirmed()).isTrue();
    }

    @Test
    void whatHangsOnSomethingIsUndecidedAndSaysWhat() {
        assertThat(FACTS.verdict(9, 9, Transport.TCP, 80)).isEqualTo(Truth.undecided("p allows it by rule 1"));
    }

    @Test
    void theWitnessNamesTheLines() {
        assertThat(FACTS.witness(4, 9, Transport.TCP, 80))
                .containsExactly(new Evidence("p allows it by rule 1", new Location("p.yaml", 7, 3, "/spec")));
    }

    @Test
    void sourcesAreAllThatMayReachIt() {
        assertThat(FACTS.sources(9).stream()).containsExactly(4, 9);
    }

    @Test
    void anAssetWithoutPodsAndARowThatWasNotKeptAreNotKnown() {
        assertThat(FACTS.verdict(4, 5, Transport.TCP, 80).word()).isEqualTo("undecided");
        assertThat(facts(Optional.empty()).verdict(4, 9, Transport.TCP, 80).word())
                .isEqualTo("undecided");
    }

    @Test
    void beforeTheAnalysisNothingIsKnown() {
        assertThat(Reachability.NOT_RUN.verdict(4, 9, Transport.TCP, 80))
                .isEqualTo(Truth.undecided("the analysis of the network, which has not run"));
        assertThat(Reachability.NOT_RUN.sources(9).isEmpty()).isTrue();
    }

    @Test
    void rangesOfPortsReadAsTheyAreWritten() {
        assertThat(PortRange.of("udp/53")).contains(new PortRange(Transport.UDP, 53, 53));
        assertThat(PortRange.of(tcp(8000, 8080).toString())).contains(tcp(8000, 8080));
        for (String text :
                List.of("", "tcp", "tcp/", "icmp/1", "tcp/0", "tcp/70000", "tcp/9-8", "tcp/-1", "a-b/1", "tcp/1-2-3")) {
            assertThat(PortRange.of(text)).as(text).isEmpty();
        }
    }
}
