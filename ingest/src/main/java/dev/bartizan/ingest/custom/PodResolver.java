package dev.bartizan.ingest.custom;

/** Works out the effective pods of the resources of some kinds. */
interface PodResolver {
    /** Adds the pods that are known; what is left alone stays as the structural search found it. */
    void resolve(Resource resource);
}
