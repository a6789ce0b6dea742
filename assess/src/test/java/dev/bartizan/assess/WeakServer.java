package dev.bartizan.assess;

/** A server of flows that lets everybody in and holds a key in plain settings. */
final class WeakServer {
    static final String KEY = "sk-proj-Zk3vQ8mW2pLx7RtY5nBcD1aF";

    private static final String MANIFEST = """
            apiVersion: v1
            kind: Namespace
            metadata: {name: ml-serving}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: agent, namespace: ml-serving}
            spec:
              template:
                metadata: {labels: {app: agent}}
                spec:
                  containers:
                    - name: agent
                      image: docker.io/langflowai/langflow:1.4.0
                      env:
                        - {name: LANGFLOW_AUTO_LOGIN, value: "%s"}
                        - {name: OPENAI_API_KEY, value: %s}
            """;

    private WeakServer() {}

    /** @param signsInAlone whether nobody is asked who he is */
    static String manifest(boolean signsInAlone) {
        return MANIFEST.formatted(signsInAlone, KEY);
    }
}
