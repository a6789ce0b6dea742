package dev.bartizan.network.escalation;

import dev.bartizan.network.flip.End;
import dev.bartizan.network.model.Direction;
import dev.bartizan.network.model.Pod;
import dev.bartizan.network.rbac.Holder;
import dev.bartizan.network.rbac.Power;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** One policy more in each namespace whose policies stop the packet. */
final class PolicyCalls {
    private final Ground ground;
    private final Walls walls;
    private final Map<Long, Optional<Wall>> known = new HashMap<>();

    PolicyCalls(Ground ground) {
        this.ground = ground;
        this.walls = new Walls(ground.engine());
    }

    Optional<Escalation> between(End from, End to) {
        return wall(from.party(ground.engine()), to.party(ground.engine())).flatMap(wall -> {
            var needed = new TreeSet<String>();
            if (wall.held().contains(Direction.INGRESS)) {
                ground.pod(to).map(Pod::namespace).ifPresent(needed::add);
            }
            if (wall.held().contains(Direction.EGRESS)) {
                ground.pod(from).map(Pod::namespace).ifPresent(needed::add);
            }
            List<Holder> able = needed.stream()
                    .map(namespace -> ground.holders(Power.EDIT_POLICY, namespace))
                    .reduce(Holder::both)
                    .orElse(List.of());
            String call = "edit the policies of " + String.join(" and of ", needed);
            return able.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Escalation(
                            call, able, ground.label(from), ground.label(to), wall.ports(), wall::steps));
        });
    }

    private Optional<Wall> wall(int source, int receiver) {
        return known.computeIfAbsent((long) source << 32 | receiver, key -> walls.between(source, receiver));
    }
}
