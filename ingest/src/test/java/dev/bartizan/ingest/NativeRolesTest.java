package dev.bartizan.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.graph.Asset;
import dev.bartizan.testkit.Repository;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whether the workloads of real platforms get the role that somebody who looked each of them up would give them. */
class NativeRolesTest {
    private record Expected(String platform, String asset, String role) {}

    @Test
    void nineteenOfTwentyNativeWorkloadsGetTheRightRole() throws IOException {
        Path platforms = Repository.assumeShared("platforms");
        Map<String, Map<String, Asset>> read = new HashMap<>();
        List<Expected> all = expected();
        var wrong = new ArrayList<String>();
        for (Expected one : all) {
            String role = Optional.ofNullable(
                            read.computeIfAbsent(one.platform(), name -> assets(platforms.resolve(name)))
                                    .get(one.asset()))
                    .map(asset -> asset.classification().role())
                    .orElse("not read");
            if (!role.equals(one.role())) {
                wrong.add(one + " but " + role);
            }
        }

        System.out.println("roles: " + (all.size() - wrong.size()) + " of " + all.size() + " right");
        assertThat(read).hasSize(7);
        assertThat(all).hasSizeGreaterThanOrEqualTo(100);
        assertThat(wrong).as("wrong roles").hasSizeLessThanOrEqualTo(all.size() / 20);
    }

    private static Map<String, Asset> assets(Path folder) {
        var ingested = Ingest.run(IngestQuestion.of(Ingesting.read(folder), Ingesting.AS_OF));
        Map<String, Asset> assets = new HashMap<>();
        ingested.platform().assets().forEach(asset -> assets.put(asset.id(), asset));
        return assets;
    }

    private static List<Expected> expected() throws IOException {
        try (InputStream stream =
                Objects.requireNonNull(NativeRolesTest.class.getResourceAsStream("native-roles.txt"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" "))
                    .map(words -> new Expected(words[0], words[1], words[2]))
                    .toList();
        }
    }
}
