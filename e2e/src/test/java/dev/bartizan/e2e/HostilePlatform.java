package dev.bartizan.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A platform whose author would like the reader's browser to run a script: markup wherever an author may choose a text. */
final class HostilePlatform {
    /** Ends the element it is put into, and sets {@code window.breach} when a browser takes it for markup. */
    static final String MARKUP = "</script></style><img src=x onerror=\"window.breach=1\">";

    /** The same for the name of a file, which takes no slash. */
    private static final String FILE_NAME = "<img src=x onerror='window.breach=1'>.yaml";

    private static final String DECLARATIONS = """
            version: 1
            platform:
              name: '%1$s'
              description: '%1$s'
            owners:
              - name: '%1$s'
                contact: '%1$s'
                select: {kinds: [Deployment]}
            """;

    private static final String OBJECTS = """
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: 'server%1$s'
              namespace: 'models%1$s'
              labels: {'app%1$s': '%1$s'}
              annotations: {note: '%1$s'}
            spec:
              selector: {matchLabels: {app: hostile}}
              template:
                metadata:
                  labels: {app: hostile}
                spec:
                  serviceAccountName: 'account%1$s'
                  containers:
                    - name: 'server%1$s'
                      image: 'vllm/vllm-openai:latest%1$s'
                      args: ['%1$s']
                      env:
                        - name: 'GREETING%1$s'
                          value: '%1$s'
                      securityContext:
                        privileged: true # %1$s
                  volumes:
                    - name: host
                      hostPath: {path: '/%1$s'}
            ---
            apiVersion: v1
            kind: Service
            metadata:
              name: 'server%1$s'
              namespace: 'models%1$s'
            spec:
              selector: {app: hostile}
              ports: [{port: 80}]
            ---
            apiVersion: networking.k8s.io/v1
            kind: Ingress
            metadata:
              name: 'door%1$s'
              namespace: 'models%1$s'
            spec:
              rules:
                - host: 'models.example%1$s'
                  http:
                    paths:
                      - path: '/%1$s'
                        pathType: Prefix
                        backend: {service: {name: 'server%1$s', port: {number: 80}}}
            ---
            apiVersion: 'example.org/v1%1$s'
            kind: 'Oddity%1$s'
            metadata:
              name: odd
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: broken, '%1$s': [
            """;

    private HostilePlatform() {}

    static void writeTo(Path folder) {
        try {
            Files.createDirectories(folder);
            // A quote is doubled inside the quotes of YAML.
            Files.writeString(folder.resolve("bartizan.yaml"), DECLARATIONS.formatted(MARKUP.replace("'", "''")));
            Files.writeString(folder.resolve(FILE_NAME), OBJECTS.formatted(MARKUP.replace("'", "''")));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
