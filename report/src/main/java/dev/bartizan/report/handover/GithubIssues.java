package dev.bartizan.report.handover;

import dev.bartizan.graph.RiskFacts;
import dev.bartizan.graph.RiskFacts.Mitigation;
import dev.bartizan.report.risk.Remedies;
import dev.bartizan.snapshot.JsonOutput;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The backlog as a list of issues: each has the keys title, body and labels of GitHub's REST interface (POST /repos/OWNER/REPO/issues). Names come from manifests: they
 * become no markup and notify nobody.
 */
public final class GithubIssues {
    private static final int LONGEST_TITLE = 250;

    private GithubIssues() {}

    public static String of(RiskFacts facts, Remedies remedies, List<Mitigation> chosen) {
        var out = new ByteArrayOutputStream();
        JsonOutput.write(out, json -> {
            json.inRows().array();
            for (Mitigation one : chosen) {
                json.object()
                        .text("title", harmless(WorkItem.title(one, LONGEST_TITLE)))
                        .text(
                                "body",
                                WorkItem.sentences(facts, remedies, one).stream()
                                        .map(GithubIssues::line)
                                        .collect(Collectors.joining("\n")))
                        .texts(
                                "labels",
                                List.of("security", "severity:" + one.severity().word(), "effort:" + one.effort()))
                        .end();
            }
            json.end();
        });
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String line(String text) {
        return text.startsWith("- ") ? "- " + markup(text.substring(2)) : markup(text) + "  ";
    }

    private static String markup(String text) {
        return harmless(text.replaceAll("([\\\\`*_\\[\\]<>|])", "\\\\$1"));
    }

    /** A mark without width parts what would be a mention or a reference from its sign. */
    private static String harmless(String text) {
        return text.replace("@", "@\u200b").replace("#", "#\u200b");
    }
}
