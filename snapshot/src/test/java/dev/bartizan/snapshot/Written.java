package dev.bartizan.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.graph.Snapshot;
import dev.bartizan.source.Problem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes to and reads from memory. */
final class Written {
    static final String FILE = "old.json";

    private Written() {}

    static byte[] bytes(Snapshot snapshot) {
        var out = new ByteArrayOutputStream();
        SnapshotFile.write(snapshot, out);
        return out.toByteArray();
    }

    static String text(Snapshot snapshot) {
        return new String(bytes(snapshot), StandardCharsets.UTF_8);
    }

    static SnapshotFile.Read read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    static SnapshotFile.Read read(byte[] bytes) {
        return SnapshotFile.read(new ByteArrayInputStream(bytes), FILE);
    }

    static Snapshot readable(String text) {
        var read = read(text);
        assertThat(read).isInstanceOf(SnapshotFile.Ok.class);
        return ((SnapshotFile.Ok) read).snapshot();
    }

    static List<Problem> problems(String text) {
        return problems(text.getBytes(StandardCharsets.UTF_8));
    }

    static List<Problem> problems(byte[] bytes) {
        var read = read(bytes);
        assertThat(read).isInstanceOf(SnapshotFile.Failed.class);
        return ((SnapshotFile.Failed) read).problems();
    }
}
