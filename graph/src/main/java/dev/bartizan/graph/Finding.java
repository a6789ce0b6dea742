package dev.bartizan.graph;

import dev.bartizan.source.Location;
import java.util.List;

/**
 * Something a check established about an asset. A roll-up (a family of checks on one workload, or on all workloads of a namespace) is one
 * finding with several members; a plain finding has exactly one member, itself.
 *
 * @param id the fingerprint: 32 hexadecimal digits that survive renamed files, reordered documents and added lines
 * @param rule the check's id; of a roll-up, the family's name
 * @param severity of a roll-up, the worst of its members, as exposure and other circumstances changed it
 * @param severityReason how the severity came to be: {@code high}, or {@code low, raised by 1: exposed by Ingress web}
 * @param truth confirmed or undecided; a refuted check makes no finding
 * @param asset the id of the asset; of a roll-up over a namespace, the id of the Namespace
 * @param location the value that causes it, or the place where a missing one belongs
 * @param references control and framework ids, sorted: {@code NIST SP 800-53 AC-6}
 */
public record Finding(
        String id,
        String rule,
        String title,
        Severity severity,
        String severityReason,
        Truth truth,
        Layer layer,
        String asset,
        Location location,
        List<Evidence> evidence,
        String remedy,
        List<String> references,
        List<Member> members) {
    public Finding {
        evidence = List.copyOf(evidence);
        references = List.copyOf(references);
        members = List.copyOf(members);
        if (members.isEmpty()) {
            throw new IllegalArgumentException(rule + " on " + asset + ": a finding has at least one member");
        }
        if (truth.isRefuted()) {
            throw new IllegalArgumentException(rule + " on " + asset + ": what is refuted is not a finding");
        }
    }

    /**
     * One thing that one check established at one place; new, fixed and unchanged are decided on these.
     *
     * @param id the fingerprint
     * @param asset id of the workload or object
     * @param part the container it is about ({@code container/web}), or empty
     * @param statement what was seen there
     */
    public record Member(
            String id,
            String rule,
            Severity severity,
            String asset,
            String part,
            Location location,
            String statement) {}

    public boolean isRollUp() {
        return members.size() > 1;
    }

    /**
     * A finding that was accepted for a while, with the reason; still listed, no longer counted by the gate.
     *
     * @param finding id of the finding
     * @param reason why
     * @param expires ISO date; from the day after it, the finding counts again
     * @param by who accepted it, or empty
     */
    public record Waiver(String finding, String rule, String asset, String reason, String expires, String by) {}
}
