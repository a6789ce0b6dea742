package dev.bartizan.cli;

import dev.bartizan.graph.Finding;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.source.Node;
import dev.bartizan.source.SourceReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What is known to be wrong with a platform, and what is known to be right: {@code weaknesses.yaml}. */
final class AnswerKey {
    private final Node root;

    private AnswerKey(Node root) {
        this.root = root;
    }

    static AnswerKey read(Path file) {
        try {
            return new AnswerKey(SourceReader.parse(file.getFileName().toString(), Files.readString(file))
                    .documents()
                    .getFirst()
                    .root()
                    .orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where a finding is expected. */
    record Entry(String rule, List<String> assets, String part, String file, int line, int through) {
        /** Whether it is the right check about the right asset, wherever. */
        boolean isAbout(Finding.Member member) {
            return member.rule().equals(rule)
                    && assets.contains(member.asset())
                    && (part.isEmpty()
                            || member.part().isEmpty()
                            || member.part().equals("container/" + part));
        }

        /** Whether this is it: the right check, about the right asset, at one of the right lines. */
        boolean isMet(Finding.Member member) {
            int at = member.location().line();
            return isAbout(member)
                    && (member.location().file().equals(file)
                            || member.location().file().endsWith("/" + file))
                    && line <= at
                    && at <= through;
        }

        @Override
        public String toString() {
            return rule + " at " + file + ":" + line + (through > line ? "-" + through : "") + " of "
                    + assets.getFirst();
        }
    }

    /**
     * What the checks of today are to find or to leave alone.
     *
     * @param section {@code weaknesses}, {@code consequences}, {@code by-design}, {@code accepted}, {@code undecided}
     */
    List<Entry> entries(String section) {
        return root.get(section).items().stream()
                .filter(entry -> entry.get("rule").hasValue())
                .map(AnswerKey::entry)
                .toList();
    }

    /** Every weakness, also those that only an analysis of a later version will find. */
    List<Node> weaknesses() {
        return root.get("weaknesses").items();
    }

    List<String> mustStayClean() {
        return root.get("must-stay-clean").items().stream()
                .flatMap(item -> item.text().stream())
                .toList();
    }

    private static Entry entry(Node node) {
        int line = number(node.get("line"));
        return new Entry(
                node.get("rule").text("?"),
                Stream.concat(Stream.of(node.get("asset")), node.get("related").items().stream())
                        .flatMap(asset -> asset.text().stream())
                        .toList(),
                node.get("container").text(""),
                node.get("file").text("?"),
                line,
                node.get("through").hasValue() ? number(node.get("through")) : line);
    }

    private static int number(Node node) {
        return Integer.parseInt(node.text("0"));
    }

    /** A member with the finding it belongs to. */
    record Reported(Finding finding, Finding.Member member) {
        @Override
        public String toString() {
            return member.rule() + " at " + member.location() + " of " + member.asset() + " (" + member.statement()
                    + "; " + finding.severity().word() + ", " + finding.truth() + ")";
        }
    }

    /** Everything an assessment reports, in its order. */
    static List<Reported> reported(Snapshot snapshot) {
        return snapshot.controls().orElseThrow().findings().stream()
                .flatMap(finding -> finding.members().stream().map(member -> new Reported(finding, member)))
                .toList();
    }
}
