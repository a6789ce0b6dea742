package dev.bartizan.network.mesh;

import dev.bartizan.network.model.LabelExpression;
import dev.bartizan.network.model.PeerMatch;
import dev.bartizan.network.model.Requests;
import java.util.BitSet;
import java.util.List;

/**
 * Some requests that are refused before any rule that allows is asked.
 *
 * @param subject the pods that refuse them, by labels and attributes
 * @param pods the same by number
 * @param isCertain whether it refuses them whatever the files leave open
 */
record Denial(
        LabelExpression subject,
        BitSet pods,
        List<PeerMatch> senders,
        TcpPorts ports,
        Requests requests,
        boolean isCertain) {
    Denial {
        senders = List.copyOf(senders);
    }

    static Denial of(LabelExpression subject, BitSet pods, Statement statement) {
        return new Denial(
                subject,
                pods,
                statement.senders(),
                statement.operation().ports(),
                statement.operation().requests(),
                statement.assumptions().isEmpty() && statement.tokens().isEmpty());
    }

    /** The same, but nobody knows whether it is about these pods. */
    Denial uncertain() {
        return new Denial(subject, pods, senders, ports, requests, false);
    }

    /** The same, where nobody can show who he is. */
    Denial unidentified() {
        return new Denial(
                subject, pods, senders.stream().map(Identities::unidentified).toList(), ports, requests, isCertain);
    }
}
