package dev.bartizan.testkit.dump;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** What the API server writes into an object that it takes. */
final class Server {
    private Server() {}

    /** Takes an object that somebody applied. */
    static void accept(Tree object) {
        String written = JsonText.of(object.map());
        object.child("metadata").child("annotations").put("kubectl.kubernetes.io/last-applied-configuration", written);
        Defaults.write(object);
        store(object);
    }

    /** Stores an object, whoever made it. */
    static Tree store(Tree object) {
        Tree metadata = object.child("metadata");
        metadata.put("uid", uid(object));
        metadata.put("resourceVersion", "4711");
        metadata.put("generation", 1);
        metadata.put("creationTimestamp", "2026-11-01T08:00:00Z");
        metadata.put(
                "managedFields",
                List.of(Tree.of(
                                "manager",
                                "kubectl-client-side-apply",
                                "operation",
                                "Update",
                                "fieldsType",
                                "FieldsV1",
                                "fieldsV1",
                                Tree.of("f:spec", Tree.of("f:template", Tree.empty())))
                        .map()));
        if (!object.text("kind").matches("ConfigMap|Secret|.*Role|.*RoleBinding|ServiceAccount")) {
            object.put("status", Tree.of("observedGeneration", 1));
        }
        return object;
    }

    /** The same for the same object every time. */
    static String uid(Tree object) {
        Tree metadata = object.child("metadata");
        String identity = String.join(
                "/", object.text("apiVersion"), object.text("kind"), metadata.text("namespace"), metadata.text("name"));
        return UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
