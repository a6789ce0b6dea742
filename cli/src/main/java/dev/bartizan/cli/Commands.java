package dev.bartizan.cli;

import dev.bartizan.cli.network.NetworkCommand;
import dev.bartizan.cli.review.ReportCommand;
import dev.bartizan.cli.review.ReviewCommand;
import dev.bartizan.cli.risk.ReadinessCommand;
import dev.bartizan.cli.risk.RiskCommand;
import dev.bartizan.cli.risk.ShareCommand;
import dev.bartizan.cli.threats.ThreatsCommand;
import java.util.List;

/** The commands that this version offers, in the order of the help text. */
final class Commands {
    static final List<LazyCommand> ALL = List.of(
            new LazyCommand(
                    "assess",
                    "Read the manifests of an AI platform; report what it is and what is wrong with it.",
                    console -> new AssessCommand(console)),
            new LazyCommand(
                    "explain",
                    "Show which values decided a finding, or what is known of an asset and why.",
                    console -> new ExplainCommand(console)),
            new LazyCommand(
                    "network",
                    "Tell who can reach whom under the network policies, why, and whether the design holds.",
                    console -> new NetworkCommand(console)),
            new LazyCommand(
                    "threats",
                    "Tell which threats are real on the platform, and why; read and write threat models of other tools.",
                    console -> new ThreatsCommand(console)),
            new LazyCommand(
                    "risk",
                    "Tell what each risk is worth, what would be left after fixes, and what to mend first.",
                    console -> new RiskCommand(console)),
            new LazyCommand(
                    "readiness",
                    "Score how ready the platform and its teams are, on what evidence, and what lifts them.",
                    console -> new ReadinessCommand(console)),
            new LazyCommand(
                    "report",
                    "Write a document that people sign: the network design.",
                    console -> new ReportCommand(console)),
            new LazyCommand(
                    "review",
                    "Review a document about a platform: comments and approvals as a file in Git.",
                    console -> new ReviewCommand(console)),
            new LazyCommand(
                    "share",
                    "Pack what architects, compliance, reliability or runtime security take over.",
                    console -> new ShareCommand(console)));

    private Commands() {}
}
