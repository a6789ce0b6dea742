package dev.bartizan.ingest.documents;

/** What a document turned out to be. */
enum Outcome {
    /** A Kubernetes object, or a list of them. */
    OBJECT("object"),
    HELM_TEMPLATE("helm-template"),
    HELM_CHART("helm-chart"),
    VALUES("values"),
    KUSTOMIZATION("kustomization"),
    OPENSHIFT_TEMPLATE("openshift-template"),
    SETTINGS("bartizan.yaml"),
    OTHER("other-yaml"),
    BROKEN("broken"),
    EMPTY("empty");

    private final String word;

    Outcome(String word) {
        this.word = word;
    }

    /** The word used in output files. */
    String word() {
        return word;
    }
}
