package dev.bartizan.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.testkit.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What is easily got wrong about policies, item by item, and the tests that prove it right; the sources stand at the tests. This test holds the table to the
 * tests that there are.
 */
class PitfallIndexTest {
    private static final String TABLE = """
            1  | absent selectors, policies without a namespace             | PitfallsTest.networkPolicy, PitfallsTest.withoutANamespaceItIsTheDefaultOne
            2  | policyTypes that are left out                              | PitfallsTest.networkPolicy, PitfallsTest.whereAPolicyStandsIsLookedAtToo
            3  | isolation by direction, union, both sides                  | PitfallsTest.bothSidesMustAllowAndPoliciesAdd, RandomClusterTest.theEngineAgreesWithTheNaiveEvaluator
            4  | empty rules, peers and ports                               | PitfallsTest.networkPolicy
            5  | selectors of one peer and of two, peers that are none      | PitfallsTest.networkPolicy, PitfallsTest.everyProblemIsLocated
            6  | protocols, endPort, named ports of the receiver, sidecars  | PitfallsTest.networkPolicy, PitfallsOfPodsTest.portsOfSidecarsCountAndThoseOfInitContainersDoNot
            7  | NotIn and DoesNotExist match missing labels                | PitfallsTest.networkPolicy
            8  | kubernetes.io/metadata.name                                | PitfallsTest.networkPolicy, NamespacesTest.theirLabelsAreTakenTogether
            9  | exceptions within blocks, and other rules about them       | PitfallsTest.anotherBlockMayAllowWhatOneExcepts, PitfallsTest.everyProblemIsLocated
            10 | blocks of addresses and pods                               | PitfallsTest.whetherABlockHoldsAPodHangsOnTheProfile, PitfallsTest.allProfilesAtOnce
            11 | the own node, the pod itself                               | PitfallsTest.podsOnTheHostNetworkAreNodes, PitfallsOfPodsTest.aPodReachesItselfWhateverPoliciesSay
            12 | pods on the host network                                   | PitfallsTest.podsOnTheHostNetworkAreNodes, LintAnalysisTest.thoseOnTheHostNetworkAreExempt, MultusTest.exemptPathsHaveTheirLines
            13 | Services translate ports before policies, and addresses    | EntranceTest.theServiceIsTranslatedToThePortsOfItsPods, LintAnalysisTest.thePortOfAServiceIsNotThePortOfItsPods, LintOfRightsAndProbesTest.aRuleMayBeShownTheAddressOfANode
            14 | 1 to 65535, TCP, UDP and SCTP, no ICMP                     | PitfallsTest.everyProblemIsLocated, CiliumTest.icmpAloneLeavesTheOthersDenied
            15 | pods that have ended, pods that are still to be made       | PitfallsOfPodsTest.podsThatHaveEndedTakeNoPart, PitfallsOfPodsTest.podsThatAreStillToBeMadeTakePart
            16 | tiers, priorities, first match for each port               | PitfallsTest.tiers, PitfallsTest.theSmallestPriorityIsAskedFirst, RandomClusterTest.certainAnswersHoldInEveryWorld
            17 | Allow and Accept, Pass in both tiers                       | PitfallsTest.tiers, PitfallsOfAdministratorsTest.portsOfRules
            18 | the baseline never sees what a NetworkPolicy isolates      | PitfallsTest.tiers, PitfallsOfAdministratorsTest.theBaselineOpensNothingForIsolatedPods
            19 | administrators do not isolate; egress is not ingress       | PitfallsOfAdministratorsTest.whatNoRuleMatchesGoesOn, PitfallsOfAdministratorsTest.egressDoesNotSkipTheRulesOfTheReceiver
            20 | one priority and two answers                               | PitfallsTest.onePriorityAndTwoAnswersLeaveItOpen, PitfallsTest.calicoBreaksTiesByName, LintAnalysisTest.equalPrioritiesThatDifferAreAmbiguous
            21 | ports of the three kinds of administrators                 | PitfallsOfAdministratorsTest.portsOfRules
            22 | peers of a later version fail closed                       | PitfallsTest.unknownPeersFailClosed
            23 | networks hold pods; names of domains; nodes                | PitfallsOfAdministratorsTest.networksHoldPodsToo, PitfallsOfAdministratorsTest.namesOfDomainsAreForAcceptOnly, MultusTest.policiesOfAmazon
            24 | a denial of everybody and the kubelet                      | LintOfRightsAndProbesTest.aDenialOfEverybodyOverProbedPodsIsAnOpenQuestion
            25 | limits of the definitions                                  | PitfallsOfAdministratorsTest.theirDefinitionsHaveLimits
            26 | Cilium: what isolates                                      | CiliumTest.sections
            27 | Cilium: absent, null, [] and [{}]                          | CiliumTest.sections, CiliumTest.clusterwideMeansAllNamespaces
            28 | Cilium: deny comes first                                   | CiliumTest.denyComesFirstWhateverAllows, CiliumTest.allowsOfAllKindsAdd
            29 | Cilium: ports without a protocol, requests                 | CiliumTest.ports, CiliumTest.whatIsWrongFailsClosedAndIsLocated
            30 | Cilium: entities and blocks                                | CiliumTest.peers, CiliumTest.theOwnMachine
            31 | Cilium: names, services                                    | CiliumTest.namesNeedARuleForDns, CiliumTest.services
            32 | Istio: CUSTOM, DENY, ALLOW; dry runs                       | MeshTest.actionsAreAskedInTheirOrder, MeshTest.whatRunsDryDecidesNothing, RandomMeshTest.theEngineAgreesWithTheNaiveEvaluator
            33 | Istio: empty specs and rules                               | MeshTest.authorizationPolicy
            34 | Istio: the root namespace, waypoints                       | MeshTest.theRootNamespaceIsForTheWholeMesh, WaypointTest.whatIsAttachedIsAskedByTheWaypoint, WaypointTest.whatNobodyAsksIsSaid
            35 | Istio: lists and patterns                                  | MeshTest.authorizationPolicy, MeshTest.requestsAreTold
            36 | Istio: HTTP fields on other ports                          | MeshTest.portsWithoutHttp, MeshTest.ambientModeWithoutAWaypointKnowsNoHttp
            37 | Istio: plain text has no identity                          | MeshTest.plainTextGoesPastRulesAboutIdentities, MeshTest.whereMutualTlsIsOffNobodyHasAnIdentity
            38 | Istio: PeerAuthentication                                  | MeshTest.theNarrowestPeerAuthenticationDecides, MeshTest.portsOfPeerAuthentication, MeshTest.twoPeerAuthenticationsOfOneWorkloadLeaveItOpen
            39 | Istio: who has a proxy, which ports it takes in, Sidecar   | MeshTest.policiesBindOnlyPodsThatHaveAProxy, MeshTest.portsThatTheProxyLeavesOutAreOpen, MeshNamesTest.aSidecarThatDoesNotListTheReceiverIsToldAsAdvice
            40 | Calico: tiers, order, types, missing labels                | CalicoTest.tiersAroundANetworkPolicy, CalicoTest.theSmallestOrderIsAskedFirstAndNoneLastAndTiesAreBrokenByName, CalicoTest.networkPolicy, CalicoTest.globalNetworkPolicy
            41 | Antrea: all namespaces, no isolation, one priority         | AntreaTest.rules, AntreaTest.tiers, AntreaTest.onePriorityLeavesItOpen
            42 | Gateway API: whose routes, grants, pools, the controller   | RoutingTest.aGatewayTakesRoutesOfTheNamespacesItAllows, RoutingTest.aRouteLeadsIntoAnotherNamespaceOnlyIfThatGrantsIt, RoutingTest.inferencePoolsAskTheirPicker, EntranceTest.policiesSeeTheControllerAsAPodOfAnUnknownNamespace
            """;

    private static final List<Path> FOLDERS = Stream.of(
                    "network/src/test/java/dev/bartizan/network", "ingest/src/test/java/dev/bartizan/ingest/routing")
            .map(Repository::path)
            .toList();

    @Test
    void eachHasATest() {
        List<String[]> rows = TABLE.lines().map(row -> row.split("\\|", 3)).toList();

        assertThat(rows.stream().map(row -> Integer.valueOf(row[0].strip())))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 42).boxed().toList());
        assertThat(rows.stream()
                        .flatMap(row -> Arrays.stream(row[2].split(",", -1)))
                        .map(String::strip))
                .allSatisfy(test -> assertThat(source(test.substring(0, test.indexOf('.'))))
                        .contains("    void " + test.substring(test.indexOf('.') + 1) + "("));
    }

    private static String source(String name) {
        Path file = FOLDERS.stream()
                .map(folder -> folder.resolve(name + ".java"))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no test " + name));
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
