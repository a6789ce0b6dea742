package dev.bartizan.testkit.hostile;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Files of one or more documents that a reader must answer for with a located problem, or read as the API server would. */
public final class HostileText {
    private HostileText() {}

    /** Nine levels of nine aliases: 387 million items when expanded. */
    public static String aliasBomb() {
        return "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: alias-bomb\nbomb:\n  l0: &l0 [bang, bang, bang, bang, bang, bang, bang, bang, bang]\n"
                + IntStream.range(1, 9)
                        .mapToObj(level -> "  l" + level + ": &l" + level + " [" + aliases(level - 1) + "]\n")
                        .collect(Collectors.joining());
    }

    /** The same through merge keys, which a reader expands while it reads. */
    public static String mergeBomb() {
        return "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: merge-bomb\nbomb:\n  l0: &l0 {k: v}\n"
                + IntStream.range(1, 12)
                        .mapToObj(level -> "  l" + level + ": &l" + level + " {<<: [" + aliases(level - 1) + "], k"
                                + level + ": v}\n")
                        .collect(Collectors.joining());
    }

    private static String aliases(int level) {
        return IntStream.range(0, 9).mapToObj(item -> "*l" + level).collect(Collectors.joining(", "));
    }

    public static String selfReference() {
        return """
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: self-reference
                a: &a {b: *a}
                c: &c
                  - *c
                d: &d
                  <<: *d
                """;
    }

    /** One document of so many levels as flow, one as block, which needs no closing. */
    public static String deep(int levels) {
        return "a: " + "[".repeat(levels) + "]".repeat(levels) + "\n---\nb:\n  " + "- ".repeat(levels) + "c\n---\nd: "
                + "{e: ".repeat(levels) + "}".repeat(levels) + "\n";
    }

    public static String deepJson(int levels) {
        return "{\"a\": ".repeat(levels) + "[]" + "}".repeat(levels) + "\n";
    }

    /** In an object that is otherwise sound. */
    public static String hugeKey(int length) {
        return "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: huge-key\ndata:\n  " + "k".repeat(length)
                + ": v\n  \"" + "q".repeat(length) + "\": v\n";
    }

    /** Every key of the usual kinds with fifteen values that do not belong there, as some thousands of documents. */
    public static String wrongTypes() {
        return WrongTypes.everywhere();
    }

    public static String tabs() {
        return """
                apiVersion: v1
                kind: Pod
                metadata:
                \tname: tabs
                spec:
                \tcontainers:
                \t- name: a
                \t  image: example.com/a:1
                """;
    }

    public static String nulBytes() {
        return """
                apiVersion: v1
                kind: Pod
                metadata:
                  name: nul-%1$sbyte
                spec:
                  containers:
                    - name: a%1$s
                      image: example.com/a:1
                """.formatted("\0");
    }

    /** Encoded in Latin-1 it is no UTF-8. */
    public static String umlauts() {
        return """
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: latin-1
                  annotations:
                    owner: M\u00fcller & S\u00f8n, Caf\u00e9 \u00dcber
                """;
    }

    public static String selectsNothing() {
        return """
                apiVersion: v1
                kind: Service
                metadata:
                  name: selects-nothing
                  namespace: hostile
                spec:
                  selector:
                    app: nobody-has-this-label
                  ports:
                    - port: 80
                ---
                apiVersion: networking.k8s.io/v1
                kind: NetworkPolicy
                metadata:
                  name: selects-nothing
                  namespace: hostile
                spec:
                  podSelector:
                    matchExpressions:
                      - {key: app, operator: In, values: []}
                  policyTypes: [Ingress]
                """;
    }

    public static String duplicateKeys() {
        return """
                apiVersion: v1
                kind: Pod
                metadata:
                  name: duplicate-keys
                spec:
                  containers:
                    - name: a
                      image: example.com/a:1
                      securityContext:
                        privileged: false
                      securityContext:
                        privileged: true
                  containers: []
                """;
    }

    public static String unterminated() {
        return """
                apiVersion: v1
                kind: Pod
                metadata:
                  name: "unterminated
                spec:
                  containers: [
                """;
    }

    public static String manyDocuments(int documents) {
        return "a: 1\n---\n".repeat(documents - 1) + "a: 1\n";
    }

    /** Terminal control sequences and markup where names are expected. */
    public static String controlSequences() {
        return """
                apiVersion: v1
                kind: Pod
                metadata:
                  name: "\\e]0;owned\\a\\e[2J\\u202E<script>alert(1)</script>"
                  namespace: "=cmd|' /C calc'!A0"
                spec:
                  containers:
                    - name: "</script><img src=x onerror=alert(1)>"
                      image: "example.com/a:1\\r\\nError: forged line"
                """;
    }
}
