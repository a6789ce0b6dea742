package dev.bartizan.source.files;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Names of files as outputs show them: the same in every locale. */
public final class FileNames {
    private FileNames() {}

    static boolean isManifest(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".yaml") || lower.endsWith(".yml") || isJson(lower);
    }

    public static boolean isJson(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".json");
    }

    /**
     * The last name of a path. Java decodes names with the charset of the locale and shows replacement characters where that fails; the URI of a path
     * holds the bytes.
     */
    public static String last(Path path) {
        Path name = path.getFileName();
        String text = name == null ? "" : name.toString();
        return isPlain(text) ? text : lastOfUri(path.toAbsolutePath().toUri().getRawPath());
    }

    private static boolean isPlain(String text) {
        return text.chars().allMatch(unit -> unit >= ' ' && unit < 0x7F && unit != '?');
    }

    private static String lastOfUri(String rawPath) {
        String trimmed = rawPath.endsWith("/") ? rawPath.substring(0, rawPath.length() - 1) : rawPath;
        String raw = trimmed.substring(trimmed.lastIndexOf('/') + 1);
        byte[] bytes = new byte[raw.length()];
        int count = 0;
        for (int i = 0; i < raw.length(); i++) {
            boolean escaped = raw.charAt(i) == '%' && i + 2 < raw.length();
            bytes[count++] = escaped ? (byte) Integer.parseInt(raw, i + 1, i + 3, 16) : (byte) raw.charAt(i);
            i += escaped ? 2 : 0;
        }
        return new String(bytes, 0, count, StandardCharsets.UTF_8);
    }

    /** The last folders of a path, at most this many, with forward slashes. */
    public static String tail(Path folder, int count) {
        List<String> names = new ArrayList<>();
        for (Path path = folder;
                path != null && path.getFileName() != null && names.size() < count;
                path = path.getParent()) {
            names.addFirst(last(path));
        }
        return String.join("/", names);
    }
}
