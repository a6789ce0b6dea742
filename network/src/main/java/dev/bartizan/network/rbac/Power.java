package dev.bartizan.network.rbac;

/** Something that somebody may do in a namespace and that changes which policies hold for whom, or what a gateway passes on. */
public enum Power {
    /** To start a pod with any labels and any service account of the namespace. */
    CREATE_POD("create"),
    /** To give a pod that runs other labels. */
    LABEL_POD("label"),
    /** To give the namespace itself other labels. */
    LABEL_NAMESPACE("label"),
    /** To write, change or take away policies of the namespace. */
    EDIT_POLICY("edit"),
    /** To lead what a gateway takes in to a Service of the namespace. */
    EDIT_ROUTE("edit"),
    /** To change which pods are behind a Service of the namespace. */
    EDIT_SERVICE("edit"),
    /** To put addresses of any namespace behind a Service of the namespace. */
    EDIT_ENDPOINTS("edit");

    private final String word;

    Power(String word) {
        this.word = word;
    }

    /** As a sentence goes on. */
    public String word() {
        return word;
    }
}
