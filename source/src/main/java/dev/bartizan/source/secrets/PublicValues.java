package dev.bartizan.source.secrets;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What stands in a Secret and is none: addresses that are kept beside the credentials for them ({@code AWS_ENDPOINT_URL: http://minio.storage:9000}), and
 * what still waits for a value ({@code <your-token>}). Of addresses only what names a host and nothing else counts, under a name that says so; a user, a path
 * or a query might be part of the secret.
 */
public final class PublicValues {
    private static final int LONGEST = 253;
    private static final Set<String> HOSTS = Set.of("endpoint", "host", "hostname");
    private static final Set<String> URLS = Set.of("url", "uri");
    private static final Set<String> BEFORE_URL = Set.of("endpoint", "s3", "minio");
    private static final Pattern HOST =
            Pattern.compile("(https?://)?[a-z0-9-]{1,63}(\\.[a-z0-9-]{1,63})*(:[0-9]{1,5})?/?");

    private static final Pattern PLACEHOLDER =
            Pattern.compile("<[A-Za-z][A-Za-z _.-]*>|\\$\\{[A-Za-z_]+}|\\$\\([A-Za-z_]+\\)");

    private PublicValues() {}

    /** Whether a value says no more than that somebody is to write one. */
    public static boolean isPlaceholder(String value) {
        return value.length() <= LONGEST && PLACEHOLDER.matcher(value.strip()).matches();
    }

    /** The value as it is, if all that it says is where something listens. */
    public static Optional<String> hostOf(String key, String value) {
        boolean isShaped = value.length() <= LONGEST && (value.contains("://") || value.indexOf('.') > 0);
        return isShaped && isAddress(key) && HOST.matcher(value).matches() ? Optional.of(value) : Optional.empty();
    }

    private static boolean isAddress(String key) {
        List<String> words = SecretNames.wordsOf(key);
        if (words.isEmpty()) {
            return false;
        }
        String before = words.size() > 1 ? words.get(words.size() - 2) : "";
        return HOSTS.contains(words.getLast()) || (URLS.contains(words.getLast()) && BEFORE_URL.contains(before));
    }
}
