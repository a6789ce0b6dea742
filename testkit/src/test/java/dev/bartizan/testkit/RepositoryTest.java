package dev.bartizan.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

class RepositoryTest {
    @Test
    void theRootHoldsTheParentPomAndThisModule() {
        assertThat(Repository.root().resolve("pom.xml")).content().contains("<module>testkit</module>");
        assertThat(Repository.path("testkit/pom.xml")).exists();
    }

    @Test
    void withoutTheBuildTheRootIsFoundUpwards(@TempDir Path folder) throws IOException {
        Path module = Files.createDirectories(folder.resolve("repository/module/src"));
        Files.createDirectories(folder.resolve("repository/.mvn"));
        Files.createFile(folder.resolve("repository/pom.xml"));
        Files.createFile(folder.resolve("repository/module/pom.xml"));
        assertThat(Repository.rootAbove(module)).isEqualTo(folder.resolve("repository"));
    }

    @Test
    void outsideOfARepositoryNothingIsFound(@TempDir Path folder) {
        assertThatThrownBy(() -> Repository.rootAbove(folder)).hasMessageContaining("no repository root");
    }

    @Test
    void aTestWithoutItsMaterialIsSkippedAndSaysWhatItMissed() {
        assertThatThrownBy(() -> Repository.assumeShared("no/such/material"))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("../shared/no/such/material");
    }

    @Test
    void sharedMaterialIsFoundWhereItStands() {
        Path platforms = Repository.assumeShared("platforms");
        assertThat(platforms).isDirectory().hasParent(Repository.root().resolveSibling("shared"));
    }
}
