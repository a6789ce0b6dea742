package dev.bartizan.ingest.objects;

import java.util.Optional;

/** What a setting names, without credentials, paths and queries. */
public sealed interface Address {
    /**
     * Something that listens on a network.
     *
     * @param host a name or a number, in lower case
     * @param isExplicit whether a scheme, a port or the ending of the cluster's names says that it is an address, and not only a word
     */
    record Endpoint(String host, boolean isExplicit) implements Address {}

    /** A bucket of an object store; {@code az://} names the container. */
    record Bucket(String scheme, String name) implements Address {}

    /** A repository of the model hub of Hugging Face. */
    record HubModel() implements Address {}

    /** A volume claim, as model servers name it. */
    record Claim(String name) implements Address {}

    /** An absolute path within a container. */
    record FilePath(String path) implements Address {}

    /** What this word names, if it is an address at all. */
    static Optional<Address> parse(String word) {
        return AddressReader.parse(word);
    }

    /** Whether a text looks like the name of a model on a hub: {@code owner/model}. */
    static boolean isHubModel(String text) {
        return HubNames.isRepository(text);
    }
}
