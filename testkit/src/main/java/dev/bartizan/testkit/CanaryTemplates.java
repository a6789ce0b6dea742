package dev.bartizan.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The files that secrets are planted in. In a template <code>%{position}</code> stands for a secret of 24 letters and digits,
 * <code>%{position 40}</code> for one of another length, <code>%{position digits}</code> for a number; {@code %base64[...]} and
 * {@code %gzip[...]} (which is base64 of gzip) stand for their encoded content and nest. A file named {@code .crlf.}, {@code .bom.} or
 * {@code .latin1.} is written that way.
 */
final class CanaryTemplates {
    private static final List<String> FILES = List.of(
            "arguments.yaml",
            "bartizan.yaml",
            "broken-alias.yaml",
            "broken-duplicate.yaml",
            "broken-quote.yaml",
            "broken-tab.yaml",
            "broken.json",
            "configuration.yaml",
            "custom.yaml",
            "environment.yaml",
            "kustomization.yaml",
            "secret.bom.yaml",
            "secret.crlf.yaml",
            "secret.json",
            "secret.latin1.yaml",
            "secrets.yaml",
            "template.yaml",
            "values.yaml");

    private static final Pattern POSITION = Pattern.compile("%\\{([a-z0-9-]+)(?: (digits|[0-9]+))?}");
    /** Innermost first: the content holds no bracket. */
    private static final Pattern ENCODED = Pattern.compile("%(base64|gzip)\\[([^\\[\\]]*)]");

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final String DIGITS = "123456789";
    private static final int LENGTH = 24;

    private final Random random;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, String> carriers = new LinkedHashMap<>();
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    CanaryTemplates(long seed) {
        random = new Random(seed);
        for (String file : FILES) {
            files.put(file, bytes(file, encode(plant(template(file)))));
        }
    }

    Map<String, byte[]> files() {
        return files;
    }

    List<Canary> canaries() {
        return values.entrySet().stream()
                .map(planted -> new Canary(
                        planted.getKey(), planted.getValue(), Optional.ofNullable(carriers.get(planted.getKey()))))
                .toList();
    }

    private String plant(String template) {
        return POSITION.matcher(template).replaceAll(position -> {
            String value = secret(position.group(2));
            if (values.put(position.group(1), value) != null) {
                throw new IllegalStateException("two secrets are planted as " + position.group(1));
            }
            return value;
        });
    }

    private String secret(@Nullable String form) {
        boolean digits = "digits".equals(form);
        String alphabet = digits ? DIGITS : LETTERS;
        int length = form == null || digits ? LENGTH : Integer.parseInt(form);
        var secret = new StringBuilder();
        for (int i = 0; i < length; i++) {
            secret.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return secret.toString();
    }

    private String encode(String text) {
        String encoded = text;
        for (Matcher match = ENCODED.matcher(encoded); match.find(); match = ENCODED.matcher(encoded)) {
            byte[] content = match.group(2).getBytes(StandardCharsets.UTF_8);
            boolean isCompressed = match.group(1).equals("gzip");
            String by = Base64.getEncoder().encodeToString(isCompressed ? compressed(content) : content);
            if (isCompressed) {
                noteCarrier(match.group(2), by);
            }
            encoded = encoded.substring(0, match.start()) + by + encoded.substring(match.end());
        }
        return encoded;
    }

    /** The end without length and checksum: a template has its secret last, and what comes before is the same for every seed. */
    private void noteCarrier(String content, String compressed) {
        int end = compressed.length() - 16;
        values.forEach((name, value) -> {
            if (content.contains(value)) {
                carriers.put(name, compressed.substring(end - LENGTH, end));
            }
        });
    }

    private static byte[] compressed(byte[] content) {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] bytes(String file, String text) {
        if (file.contains(".latin1.")) {
            return text.getBytes(StandardCharsets.ISO_8859_1);
        }
        String written =
                file.contains(".crlf.") ? text.replace("\n", "\r\n") : file.contains(".bom.") ? '\ufeff' + text : text;
        return written.getBytes(StandardCharsets.UTF_8);
    }

    private static String template(String file) {
        try (InputStream resource = CanaryTemplates.class.getResourceAsStream("canary/" + file)) {
            return new String(Objects.requireNonNull(resource, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
