package dev.bartizan.ingest.objects;

import dev.bartizan.source.Absent;
import dev.bartizan.source.Mapping;
import dev.bartizan.source.Node;
import dev.bartizan.source.Scalar;
import dev.bartizan.source.ScalarType;
import dev.bartizan.source.Sequence;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;

/**
 * A digest of what an object says, whatever the order of its keys, its comments and its way of writing values. Left out is what the API server adds and
 * what the identity already holds. SHA-256, because two objects with one digest count as copies: nobody may be able to make a harmful object a copy of
 * a harmless one.
 */
public final class ContentHash {
    private static final Set<String> LEFT_OUT_OF_ROOT = Set.of("status");
    private static final Set<String> LEFT_OUT_OF_METADATA = Set.of(
            "namespace", "managedFields", "resourceVersion", "uid", "creationTimestamp", "generation", "selfLink");
    private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

    private final MessageDigest digest;

    private ContentHash() {
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /** 64 hexadecimal digits. */
    public static String of(Mapping object) {
        var hash = new ContentHash();
        hash.mapping(object, Level.ROOT);
        return HexFormat.of().formatHex(hash.digest.digest());
    }

    private enum Level {
        ROOT,
        METADATA,
        ANNOTATIONS,
        BELOW;

        boolean leavesOut(String key) {
            return switch (this) {
                case ROOT -> LEFT_OUT_OF_ROOT.contains(key);
                case METADATA -> LEFT_OUT_OF_METADATA.contains(key);
                case ANNOTATIONS -> key.equals(LAST_APPLIED);
                case BELOW -> false;
            };
        }

        Level below(String key) {
            return switch (this) {
                case ROOT -> key.equals("metadata") ? METADATA : BELOW;
                case METADATA -> key.equals("annotations") ? ANNOTATIONS : BELOW;
                case ANNOTATIONS, BELOW -> BELOW;
            };
        }
    }

    private void add(Node node, Level level) {
        switch (node) {
            case Mapping mapping -> mapping(mapping, level);
            case Sequence sequence -> {
                mark('[', sequence.size());
                for (int i = 0; i < sequence.size(); i++) {
                    add(sequence.get(i), Level.BELOW);
                }
            }
            case Scalar scalar -> scalar(scalar);
            case Absent _ -> mark('-', 0);
        }
    }

    private void mapping(Mapping mapping, Level level) {
        Integer[] order = new Integer[mapping.size()];
        Arrays.setAll(order, index -> index);
        Arrays.sort(order, (one, other) -> mapping.key(one).compareTo(mapping.key(other)));
        mark('{', 0);
        for (int index : order) {
            String key = mapping.key(index);
            if (!level.leavesOut(key) && !saysNothing(mapping.value(index), level.below(key))) {
                text(':', key);
                add(mapping.value(index), level.below(key));
            }
        }
        mark('}', 0);
    }

    /** Annotations of which the API server wrote all. */
    private static boolean saysNothing(Node value, Level level) {
        return level == Level.ANNOTATIONS
                && value instanceof Mapping annotations
                && annotations.keys().stream().allMatch(level::leavesOut);
    }

    private void scalar(Scalar scalar) {
        ScalarType type = scalar.type();
        switch (type) {
            case NULL -> mark('n', 0);
            case BOOLEAN -> mark(scalar.isTrue() ? 't' : 'f', 0);
            case INTEGER -> text('i', scalar.integer().map(Object::toString).orElse(scalar.raw()));
            case FLOAT -> text('d', scalar.raw());
            case STRING -> text('s', scalar.raw());
        }
        scalar.redaction().ifPresent(redaction -> text('r', redaction.kind() + redaction.length()));
    }

    private void text(char type, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        mark(type, bytes.length);
        digest.update(bytes);
    }

    /** The length stands before each text, so that no two trees run together into the same bytes. */
    private void mark(char type, int length) {
        digest.update((byte) type);
        digest.update((byte) (length >>> 24));
        digest.update((byte) (length >>> 16));
        digest.update((byte) (length >>> 8));
        digest.update((byte) length);
    }
}
