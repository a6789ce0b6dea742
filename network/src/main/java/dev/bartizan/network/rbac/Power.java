package dev.bartizan.network.rbac;

/** Something that somebody may do in a namespace and that changes which policies hold for whom. */
public enum Power {
    /** To start a pod with any labels and any service account of the namespace. */
    CREATE_POD("create"),
    /** To give a pod that runs other labels. */
    LABEL_POD("label"),
    /** To write, change or take away policies of the namespace. */
    EDIT_POLICY("edit");

    private final String word;

    Power(String word) {
        this.word = word;
    }

    /** As a sentence goes on. */
    public String word() {
        return word;
    }
}
