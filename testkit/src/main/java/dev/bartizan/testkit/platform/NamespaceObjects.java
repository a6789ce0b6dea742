package dev.bartizan.testkit.platform;

import java.util.function.Consumer;

/** The objects of one namespace: exactly as many workloads and objects as asked for. */
final class NamespaceObjects {
    private static final int SHARED_ACCOUNTS = 3;

    private final Dice dice;
    private final String namespace;
    private final int workloads;
    private final Budget budget;
    private final Consumer<String> sink;
    private final NamespaceText namespaceText;
    private final CompanionText companions;

    NamespaceObjects(long seed, int index, String namespace, int workloads, int objects, Consumer<String> sink) {
        this.dice = Dice.of(seed, index);
        this.namespace = namespace;
        this.workloads = workloads;
        this.budget = new Budget(objects - workloads);
        this.sink = sink;
        this.namespaceText = new NamespaceText(dice, namespace);
        this.companions = new CompanionText(dice);
    }

    void write() {
        if (budget.take()) {
            emit(namespaceText.namespace());
        }
        rights();
        if (dice.chance(500) && budget.take()) {
            emit(namespaceText.quota());
        }
        boolean isolated = dice.chance(600) && budget.take();
        if (isolated) {
            emit(namespaceText.denyAll());
        }
        for (int index = 0; index < workloads; index++) {
            workload(index, isolated);
        }
        for (int index = 0; budget.take(); index++) {
            emit(companions.configuration(namespace, "settings-" + index));
        }
    }

    private void rights() {
        for (int index = 0; index < SHARED_ACCOUNTS; index++) {
            String name = "team-" + index;
            if (budget.take()) {
                emit(companions.serviceAccount(namespace, name));
            }
            if (dice.chance(700) && budget.take()) {
                emit(namespaceText.role(name));
                if (budget.take()) {
                    emit(namespaceText.roleBinding(name, name));
                }
            }
        }
        if (dice.chance(250) && budget.take()) {
            emit(namespaceText.clusterRoleBinding("team-0"));
        }
    }

    private void workload(int index, boolean isolated) {
        WorkloadKind kind = WorkloadKind.thrown(dice);
        Component component = dice.pick(kind.components());
        String name = component.name() + '-' + index;
        boolean ownAccount = dice.chance(300) && budget.take();
        Workload workload = new Workload(
                namespace,
                name,
                kind,
                component,
                ownAccount ? name : "team-" + dice.between(0, SHARED_ACCOUNTS - 1),
                dice.chance(400) && budget.take(),
                dice.chance(250) && budget.take(),
                dice.chance(component.state().isEmpty() ? 100 : 800) && budget.take());
        if (ownAccount) {
            emit(companions.serviceAccount(namespace, name));
        }
        if (workload.configured()) {
            emit(companions.configuration(namespace, name));
        }
        if (workload.secretive()) {
            emit(companions.secret(workload));
        }
        if (workload.claiming()) {
            emit(companions.claim(workload));
        }
        emit(new WorkloadText(dice, workload).write());
        if (kind.hasService() && budget.take()) {
            emit(companions.service(workload));
        }
        if (isolated && kind.hasService() && dice.chance(150) && budget.take()) {
            emit(namespaceText.allow(name, "gateway"));
        }
    }

    private void emit(String object) {
        sink.accept("---\n" + object);
    }
}
