package dev.bartizan.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class MergedTest {
    private static Node root(String file, String text) {
        return SourceReader.parse(file, text).documents().getFirst().root().orElseThrow();
    }

    private static Node merged(String gap) {
        Node base = root("base.yaml", "kind: Base\nimage: old\nargs: [one]\n");
        Node over = root("over.yaml", "image: new\nargs: [two]\n");
        var entries = new LinkedHashMap<String, Node.Located>();
        entries.put("image", new Node.Located(over.get("image"), "/image"));
        entries.put(
                "args",
                new Node.Located(
                        Sequence.Merged.of(
                                base.get("args"),
                                List.of(
                                        new Node.Located(base.get("args").get(0), "/args/0"),
                                        new Node.Located(over.get("args").get(0), "/args/0"))),
                        "/args"));
        return Mapping.Merged.of(base, entries, gap);
    }

    @Test
    void everyValueKeepsItsFileAndItsPointer() {
        Node merged = merged("");
        Node args = merged.get("args");

        assertThat(merged.get("image").location(merged.pointerOf("image", "/spec")))
                .isEqualTo(new Location("over.yaml", 1, 8, "/image"));
        assertThat(args.items().get(1).location(args.pointerOf("1", "/spec/args")))
                .isEqualTo(new Location("over.yaml", 2, 8, "/args/0"));
        assertThat(((Mapping) merged).keyLocation(0, "/image").file()).isEqualTo("over.yaml");
    }

    @Test
    void whatIsMissingStandsAtTheBase() {
        Node merged = merged("");

        assertThat(merged.get("env").location(merged.pointerOf("env", "/spec")))
                .isEqualTo(new Location("base.yaml", 1, 1, "/spec/env"));
        assertThat(merged.get("args").pointerOf("2", "/args")).isEqualTo("/args/2");
        assertThat(merged.get("args").pointerOf("99999999999", "/args")).isEqualTo("/args/99999999999");
    }

    @Test
    void onlyAMergedMappingMayLackWhatExists() {
        assertThat(((Mapping) merged("what the runtime sets")).gap()).isEqualTo("what the runtime sets");
        assertThat(((Mapping) root("a.yaml", "a: 1")).gap()).isEmpty();
    }

    @Test
    void aDerivedTextStandsAtWhatItIsDerivedFrom() {
        Node name = root("a.yaml", "kind: RayCluster\nname: ray\n").get("name");
        var label = Scalar.Derived.of(name, "ray-head");

        assertThat(label.text()).contains("ray-head");
        assertThat(label.type()).isEqualTo(ScalarType.STRING);
        assertThat(label.location("/name")).isEqualTo(new Location("a.yaml", 2, 7, "/name"));
    }
}
