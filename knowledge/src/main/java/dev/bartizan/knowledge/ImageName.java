package dev.bartizan.knowledge;

import java.util.Optional;

/**
 * The parts of a container image reference, read leniently: what a template leaves open ({@code {user}/server}) is kept as text.
 *
 * @param repository without tag and digest, as written: {@code nvcr.io/nvidia/tritonserver}
 * @param registry the host it is pulled from, {@code docker.io} when none is written; absent when a placeholder stands there
 */
public record ImageName(String repository, Optional<String> registry) {
    private static final String DEFAULT_REGISTRY = "docker.io";

    public static ImageName parse(String reference) {
        String text = reference.strip();
        int digest = text.indexOf('@');
        String named = digest < 0 ? text : text.substring(0, digest);
        int tag = named.indexOf(':', named.lastIndexOf('/') + 1);
        String repository = tag < 0 ? named : named.substring(0, tag);
        return new ImageName(repository, registry(repository));
    }

    /** As the container runtimes decide it: the first segment is a host if it has a dot, a port, or is {@code localhost}. */
    private static Optional<String> registry(String repository) {
        int slash = repository.indexOf('/');
        String first = slash < 0 ? repository : repository.substring(0, slash);
        if (first.isEmpty() || !first.chars().allMatch(ImageName::isPlain)) {
            return Optional.empty();
        }
        boolean isHost = slash > 0 && (first.indexOf('.') >= 0 || first.indexOf(':') >= 0 || first.equals("localhost"));
        return Optional.of(isHost ? first : DEFAULT_REGISTRY);
    }

    private static boolean isPlain(int unit) {
        return Character.isLetterOrDigit(unit) || unit == '.' || unit == '-' || unit == '_' || unit == ':';
    }
}
