package dev.bartizan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs({OS.LINUX, OS.MAC})
class LauncherTest {
    private static final String FIRST_BUILD = "bartizan: building, because this is its first use ...\n";
    private static final String NEXT_BUILD = "bartizan: building, because its sources changed ...\n";

    @TempDir
    private Path home;

    private FakeCheckout checkout;

    @BeforeEach
    void checkOut() {
        checkout = new FakeCheckout(home);
    }

    @Test
    void findsAJdk25ThoughJavaOnPathIs17() {
        checkout.putOnPath(checkout.addJdk("usr/lib/jvm/seventeen", "17.0.15"));
        var jdk = checkout.addJdk("usr/lib/jvm/twenty-five", "25.0.1");

        var outcome = checkout.start("--help");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).startsWith("java 25.0.1\n").endsWith("[--help]\n");
        assertThat(checkout.builds()).containsExactly(jdk.toString());
    }

    @Test
    void theJdkNamedOnPurposeComesFirst() {
        checkout.addJdk("usr/lib/jvm/twenty-five", "25.0.1");
        checkout.set("JAVA_HOME", checkout.addJdk("elsewhere/26", "26").toString());
        checkout.set(
                "BARTIZAN_JAVA_HOME", checkout.addJdk("elsewhere/27", "27-ea").toString());

        assertThat(checkout.start().out()).startsWith("java 27-ea\n");
    }

    @Test
    void javaHomeIsPassedOverWhenItIsTooOld() {
        checkout.set("JAVA_HOME", checkout.addJdk("elsewhere/8", "1.8.0_402").toString());
        checkout.addJdk("usr/lib/jvm/twenty-five", "25.0.1");

        assertThat(checkout.start().out()).startsWith("java 25.0.1\n");
    }

    @Test
    void amongThoseFoundTheOldestThatWillDoWins() {
        checkout.addJdk("opt/java/30", "30");
        checkout.addJdk("user/.sdkman/candidates/java/25", "25.0.2");
        checkout.addJdk("usr/lib/jvm/26", "26.0.1");

        assertThat(checkout.start().out()).startsWith("java 25.0.2\n");
    }

    @Test
    void endsWith69WhenThereIsNoJdk() {
        checkout.putOnPath(checkout.addJdk("usr/lib/jvm/seventeen", "17.0.15"));

        var outcome = checkout.start("--help");

        assertThat(outcome.exitCode()).isEqualTo(69);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains("needs a JDK 25 or newer and found none", "BARTIZAN_JAVA_HOME");
        assertThat(checkout.builds()).isEmpty();
    }

    @Test
    void endsWith69WhenTheJdkNamedOnPurposeIsTooOld() {
        checkout.addJdk("usr/lib/jvm/twenty-five", "25.0.1");
        checkout.set(
                "BARTIZAN_JAVA_HOME", checkout.addJdk("elsewhere/17", "17.0.15").toString());

        var outcome = checkout.start("--help");

        assertThat(outcome.exitCode()).isEqualTo(69);
        assertThat(outcome.err()).contains("elsewhere/17 is not a JDK 25 or newer");
    }

    @Test
    void buildsOnFirstUseWithOneLineAndThenNoMore() {
        checkout.addJdk("usr/lib/jvm/25", "25.0.1");

        assertThat(checkout.start().err()).isEqualTo(FIRST_BUILD);
        assertThat(checkout.start().err()).isEmpty();
        assertThat(checkout.builds()).hasSize(1);
    }

    @Test
    void buildsAgainWhenASourceIsEdited() {
        checkout.addJdk("usr/lib/jvm/25", "25.0.1");
        checkout.start();
        checkout.edit("cli/src/main/java/Main.java");

        assertThat(checkout.start().err()).isEqualTo(NEXT_BUILD);
        assertThat(checkout.start().err()).isEmpty();
    }

    @Test
    void buildsAgainWhenASourceIsDeleted() {
        checkout.addJdk("usr/lib/jvm/25", "25.0.1");
        checkout.start();
        checkout.remove("cli/src/main/java/Other.java");

        assertThat(checkout.start().err()).isEqualTo(NEXT_BUILD);
    }

    @Test
    void buildsAgainWhenAPomIsEdited() {
        checkout.addJdk("usr/lib/jvm/25", "25.0.1");
        checkout.start();
        checkout.edit("cli/pom.xml");

        assertThat(checkout.start().err()).isEqualTo(NEXT_BUILD);
    }

    @Test
    void aTestIsNoReasonToBuild() {
        checkout.addJdk("usr/lib/jvm/25", "25.0.1");
        checkout.start();
        checkout.edit("cli/src/test/java/MainTest.java");

        assertThat(checkout.start().err()).isEmpty();
    }

    @Test
    void anEditMadeWhileMavenRunsIsNotLost() {
        checkout.addJdk("usr/lib/jvm/25", "25.0.1");
        checkout.set("FAKE_BUILD_SECONDS", "0.1");
        checkout.arrange("edit-while-building");
        checkout.start();

        assertThat(checkout.start().err()).isEqualTo(NEXT_BUILD);
    }

    @Test
    void endsWith70WhenTheBuildFailsAndSaysWhereToLook() {
        checkout.addJdk("usr/lib/jvm/25", "25.0.1");
        checkout.arrange("break-build");

        var outcome = checkout.start("--help");

        assertThat(outcome.exitCode()).isEqualTo(70);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .startsWith(FIRST_BUILD + "bartizan: the build failed.\n")
                .contains("[ERROR] Main.java:[3,1] cannot find symbol", "build.log", "./dev test");
    }

    @Test
    void theBuildIsTriedAgainAfterOneThatFailed() {
        checkout.addJdk("usr/lib/jvm/25", "25.0.1");
        checkout.arrange("break-build");
        checkout.start();
        checkout.repair("break-build");

        assertThat(checkout.start().exitCode()).isZero();
        assertThat(checkout.builds()).hasSize(2);
    }

    @Test
    void endsWith70WhenThereIsNoMaven() {
        checkout.addJdk("usr/lib/jvm/25", "25.0.1");
        checkout.removeTool("mvn");

        var outcome = checkout.start();

        assertThat(outcome.exitCode()).isEqualTo(70);
        assertThat(outcome.err()).contains("mvn is not on PATH");
    }

    @Test
    void runsFromAnyFolderThroughASymbolicLink() throws IOException {
        checkout.addJdk("usr/lib/jvm/25", "25.0.1");
        var elsewhere = Files.createDirectories(home.resolve("elsewhere"));
        var link = Files.createSymbolicLink(
                elsewhere.resolve("b"), elsewhere.relativize(checkout.root().resolve("bartizan")));

        var outcome = checkout.startThrough(link, elsewhere, "--version");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).contains("[--version]");
    }

    @Test
    void passesArgumentsAndTheExitCodeUntouched() {
        checkout.addJdk("usr/lib/jvm/25", "25.0.1");
        checkout.set("FAKE_EXIT", "1");

        var outcome = checkout.start("assess", "two words", "*", "", "$HOME");

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.out()).endsWith("[assess]\n[two words]\n[*]\n[]\n[$HOME]\n");
    }

    @Test
    void theOptionsOfTheUserComeLastAndTheirCollectorReplacesOurs() {
        checkout.addJdk("usr/lib/jvm/25", "25.0.1");
        assertThat(checkout.start("assess").out()).contains("GC]");
        checkout.set("BARTIZAN_JAVA_OPTS", "-Xmx4g -XX:+UseZGC");

        var out = checkout.start("assess").out();

        assertThat(out).contains("[-Xmx4g]\n[-XX:+UseZGC]\n").doesNotContain("ParallelGC", "SerialGC");
    }

    @Test
    void startsFromTheCacheOfItsOwnBuild() {
        checkout.addJdk("usr/lib/jvm/25", "25.0.1");

        assertThat(checkout.start().out()).contains("[-XX:AOTCache=" + checkout.root());
    }

    @Test
    void aCacheThatCannotBeMadeIsNeitherAnErrorNorAMessage() {
        checkout.addJdk("usr/lib/jvm/25", "25.0.1");
        checkout.arrange("refuse-training");

        var outcome = checkout.start();

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.err()).isEqualTo(FIRST_BUILD);
        assertThat(outcome.out()).doesNotContain("AOTCache");
    }

    @Test
    void concurrentFirstStartsBuildOnce() {
        startTogether();
    }

    @Test
    void concurrentFirstStartsBuildOnceWhereThereIsNoFlock() {
        checkout.removeTool("flock");
        startTogether();
    }

    private void startTogether() {
        checkout.addJdk("usr/lib/jvm/25", "25.0.1");
        checkout.set("FAKE_BUILD_SECONDS", "0.3");
        var launcher = checkout.root().resolve("bartizan");
        var processes = IntStream.range(0, 5)
                .mapToObj(number -> checkout.launch(launcher, checkout.root(), "--help"))
                .toList();

        var outcomes = processes.stream().map(FakeCheckout::await).toList();

        assertThat(outcomes).allSatisfy(outcome -> {
            assertThat(outcome.exitCode()).isZero();
            assertThat(outcome.out()).contains("[--help]");
        });
        assertThat(outcomes).extracting(FakeCheckout.Outcome::err).containsOnlyOnce(FIRST_BUILD);
        assertThat(checkout.builds()).hasSize(1);
    }
}
