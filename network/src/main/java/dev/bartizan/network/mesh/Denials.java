package dev.bartizan.network.mesh;

import dev.bartizan.network.model.Action;
import dev.bartizan.network.model.LabelExpression;
import dev.bartizan.network.model.LabelSelector;
import dev.bartizan.network.model.LabelSelector.Operator;
import dev.bartizan.network.model.LabelSelector.Requirement;
import dev.bartizan.network.model.Pod;
import dev.bartizan.network.model.PodMatch;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeSet;

/** What all policies with DENY and CUSTOM refuse of requests, not of whole connections: it may be all that a rule allows. */
final class Denials {
    /** More of them are not told apart by the pods that they are about. */
    private static final int MOST_TOLD_APART = 4;

    private final ProxiedPods pods;
    private final List<Denial> all = new ArrayList<>();

    Denials(ProxiedPods pods) {
        this.pods = pods;
    }

    /**
     * Some of the pods of a policy.
     *
     * @param denials those that are about all of them; the others are about none
     */
    record Cell(PodMatch pods, List<Denial> denials) {}

    void add(PodMatch subject, Statement statement) {
        if (statement.action() != Action.DENY || statement.operation().isAny()) {
            return;
        }
        LabelExpression labels = subject.namespace()
                .map(namespace -> (LabelExpression) new LabelExpression.All(List.of(subject.pods(), in(namespace))))
                .orElse(subject.pods());
        all.add(Denial.of(labels, pods.matching(subject), statement));
    }

    private static LabelSelector in(String namespace) {
        return new LabelSelector(
                List.of(new Requirement(Pod.NAMESPACE, Operator.IN, new TreeSet<>(List.of(namespace)))));
    }

    /** Tells the pods of a policy apart by the denials that may leave nothing of what it allows. */
    List<Cell> cells(PodMatch subject, List<Statement> allowing) {
        if (all.isEmpty()) {
            return List.of(new Cell(subject, List.of()));
        }
        BitSet own = pods.matching(subject);
        List<Denial> candidates = candidates(own);
        var relevant = new LinkedHashSet<Denial>();
        allowing.forEach(statement -> relevant.addAll(relevant(statement, candidates)));
        if (relevant.size() > MOST_TOLD_APART) {
            return List.of(
                    new Cell(subject, relevant.stream().map(Denial::uncertain).toList()));
        }
        var cells = new ArrayList<Cell>();
        cells.add(new Cell(subject, List.of()));
        for (Denial denial : relevant) {
            boolean isAboutAll = isWithin(own, denial.pods());
            List<Cell> before = List.copyOf(cells);
            cells.clear();
            for (Cell cell : before) {
                var both = new ArrayList<>(cell.denials());
                both.add(denial);
                if (isAboutAll) {
                    cells.add(new Cell(cell.pods(), both));
                } else {
                    cells.add(new Cell(narrowed(cell.pods(), denial.subject()), both));
                    LabelExpression others = new LabelExpression.Not(denial.subject());
                    cells.add(new Cell(narrowed(cell.pods(), others), cell.denials()));
                }
            }
        }
        return cells;
    }

    private static boolean isWithin(BitSet some, BitSet others) {
        var rest = (BitSet) some.clone();
        rest.andNot(others);
        return rest.isEmpty();
    }

    /** Whether what is denied at these ports may be everything. */
    boolean mayBeAll(PodMatch subject, TcpPorts ports) {
        List<Denial> candidates = candidates(pods.matching(subject));
        return Remainder.mayBeNothing(Operation.ANY.requests(), touching(candidates, ports));
    }

    private static List<Denial> touching(List<Denial> denials, TcpPorts ports) {
        return denials.stream()
                .filter(denial -> !denial.ports().and(ports).isEmpty())
                .toList();
    }

    private List<Denial> candidates(BitSet own) {
        return all.stream().filter(denial -> denial.pods().intersects(own)).toList();
    }

    private static List<Denial> relevant(Statement statement, List<Denial> candidates) {
        Operation operation = statement.operation();
        if (operation.isAny()) {
            return List.of();
        }
        List<Denial> touching = touching(candidates, operation.ports());
        return Remainder.mayBeNothing(operation.requests(), touching) ? touching : List.of();
    }

    private static PodMatch narrowed(PodMatch subject, LabelExpression other) {
        return new PodMatch(
                subject.namespace(), subject.namespaces(), new LabelExpression.All(List.of(subject.pods(), other)));
    }
}
