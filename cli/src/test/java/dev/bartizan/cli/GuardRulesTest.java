package dev.bartizan.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.io.ObjectInputStream;
import java.net.URL;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the laws of the design forbid in the code of the product, wherever it stands. The testkit, which never ships, is free. */
class GuardRulesTest {
    private static final List<Confinement> CONFINEMENTS = List.of(
            new Confinement(
                    "org.snakeyaml..",
                    List.of("source"),
                    "what a scalar means and where it stands is decided in one place"),
            new Confinement(
                    "dev.cel..",
                    List.of("rules"),
                    "a condition means the same wherever it stands, and one place reads it"),
            new Confinement(
                    "com.google.common..",
                    List.of("rules"),
                    "it comes with the reader of conditions and stays behind it"),
            new Confinement(
                    "tools.jackson..",
                    List.of("snapshot", "report"),
                    "records become JSON at the edge, nowhere inside"),
            new Confinement(
                    "org.eclipse..", List.of("diagram"), "layout is slow to load and easy to replace behind a door"),
            new Confinement(
                    "com.openhtmltopdf..",
                    List.of("report"),
                    "a page becomes PDF where pages are made, and nowhere else"),
            new Confinement("org.apache..", List.of("report"), "it comes with the writer of PDF and stays behind it"),
            new Confinement("picocli..", List.of("cli"), "an analysis is called by a server and by tests as well"));

    /** A library and the only modules that may see it. */
    private record Confinement(String packages, List<String> modules, String because) {}

    @TestFactory
    Stream<DynamicTest> aLibraryIsSeenOnlyWhereItIsAtHome() {
        return CONFINEMENTS.stream()
                .map(confinement -> DynamicTest.dynamicTest(
                        confinement.packages(),
                        () -> outside(confinement.modules().toArray(String[]::new))
                                .should()
                                .dependOnClassesThat()
                                .resideInAPackage(confinement.packages())
                                .because(confinement.because())
                                .check(Bytecode.MAIN)));
    }

    @Test
    void nothingThatWasReadIsExecuted() {
        outside()
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(ProcessBuilder.class, Process.class, ObjectInputStream.class)
                .orShould()
                .callMethod(Runtime.class, "exec", String[].class)
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("javax.script..", "java.rmi..")
                .because("everything parsed may be an attack (law 6)")
                .check(Bytecode.MAIN);
    }

    @Test
    void nothingThatWasReadIsFetched() {
        outside()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net.http..", "javax.net..", "java.nio.channels.spi..")
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("java\\.net\\.(.*Socket.*|.*URLConnection|InetAddress)")
                .orShould()
                .callMethod(URL.class, "openStream")
                .because("an assessment works without a network and never tells a stranger what it reads (law 6)")
                .check(Bytecode.MAIN);
    }

    @Test
    void noAnalysisSeesAClock() {
        outside("cli")
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(OffsetDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callConstructor(Date.class)
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .because("the same input gives the same bytes: --as-of is the only clock (law 3)")
                .check(Bytecode.MAIN);
    }

    @Test
    void onlyTheCommandLineSpeaksToTheTerminalAndEndsTheProcess() {
        outside("cli")
                .should(ACCESS_STANDARD_STREAMS)
                .orShould()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .because("standard output may be a JSON document, and a stack trace may quote a secret (laws 7 and 10)")
                .check(Bytecode.MAIN);
    }

    private static GivenClassesConjunction outside(String... modules) {
        var spared = Stream.concat(Arrays.stream(modules), Stream.of("testkit"))
                .map(module -> Bytecode.ROOT_PACKAGE + "." + module + "..")
                .toArray(String[]::new);
        return noClasses().that().resideOutsideOfPackages(spared);
    }
}
