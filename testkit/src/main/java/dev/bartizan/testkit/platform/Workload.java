package dev.bartizan.testkit.platform;

/**
 * One workload and the objects that go with it.
 *
 * @param name unique in its namespace; its Service, ServiceAccount, ConfigMap, Secret and claim bear the same
 * @param serviceAccount its own or one shared in the namespace
 */
record Workload(
        String namespace,
        String name,
        WorkloadKind kind,
        Component component,
        String serviceAccount,
        boolean configured,
        boolean secretive,
        boolean claiming) {}
