package dev.bartizan.network.escalation;

import dev.bartizan.network.engine.Step;
import dev.bartizan.network.model.PortSet;
import dev.bartizan.network.rbac.Holder;
import java.util.List;
import java.util.function.Supplier;

/**
 * A call to the API server, or two, that lets a connection pass which does not pass today.
 *
 * @param call as a sentence begins: {@code create a pod in lab with app=web}
 * @param holders who may make it, by name
 * @param from who sends then
 * @param to who receives then
 * @param ports that open, besides those that are or may be open today
 * @param path asks what policies say about the packet; of policies that are to be edited, what they say today
 */
public record Escalation(
        String call, List<Holder> holders, String from, String to, PortSet ports, Supplier<List<Step>> path) {
    public Escalation {
        holders = List.copyOf(holders);
    }

    /** What policies say about the packet, worked out when somebody asks. */
    public List<Step> steps() {
        return List.copyOf(path.get());
    }
}
