package dev.bartizan.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Looks for thousands of patterns in one pass, fast enough for a heap dump. */
final class CanarySearch {
    /** Patterns are told apart by their first bytes. */
    private static final int KEY = Long.BYTES;

    private static final int FILTER_BITS = 20;
    private static final int CHUNK = 1 << 20;

    private final Map<Long, List<CanaryPattern>> byKey = new HashMap<>();
    /** Whether a key with this hash exists: rules out nearly every byte of a file without a look into the map. */
    private final boolean[] filter = new boolean[1 << FILTER_BITS];

    private final int longest;

    CanarySearch(List<Canary> canaries) {
        int length = KEY;
        for (Canary canary : canaries) {
            for (CanaryPattern pattern : CanaryPattern.of(canary)) {
                byKey.computeIfAbsent(key(pattern), any -> new ArrayList<>()).add(pattern);
                filter[hash(key(pattern))] = true;
                length = Math.max(length, pattern.length());
            }
        }
        longest = length;
    }

    List<Leak> find(InputStream stream, String where) throws IOException {
        List<Leak> leaks = new ArrayList<>();
        var buffer = new byte[CHUNK + longest];
        long offset = 0;
        int kept = 0;
        while (true) {
            int read = stream.readNBytes(buffer, kept, buffer.length - kept);
            int filled = kept + read;
            boolean last = filled < buffer.length;
            // A pattern that may go on in the next chunk is looked at again then.
            int starts = last ? filled : filled - longest + 1;
            find(buffer, filled, starts, offset, where, leaks);
            if (last) {
                return leaks;
            }
            offset += starts;
            kept = filled - starts;
            System.arraycopy(buffer, starts, buffer, 0, kept);
        }
    }

    private void find(byte[] buffer, int filled, int starts, long offset, String where, List<Leak> leaks) {
        long key = 0;
        for (int end = 0; end < filled; end++) {
            key = (key << 8) | (buffer[end] & 0xff);
            int start = end - KEY + 1;
            if (start >= 0 && start < starts && filter[hash(key)]) {
                for (CanaryPattern pattern : byKey.getOrDefault(key, List.of())) {
                    if (isAt(buffer, filled, start, pattern)) {
                        leaks.add(new Leak(pattern.canary(), pattern.encoding(), where, offset + start));
                    }
                }
            }
        }
    }

    private static boolean isAt(byte[] buffer, int filled, int start, CanaryPattern pattern) {
        if (start + pattern.length() > filled) {
            return false;
        }
        for (int index = KEY; index < pattern.length(); index++) {
            if (buffer[start + index] != pattern.at(index)) {
                return false;
            }
        }
        return true;
    }

    private static long key(CanaryPattern pattern) {
        var first = new byte[KEY];
        for (int index = 0; index < KEY; index++) {
            first[index] = pattern.at(index);
        }
        return ByteBuffer.wrap(first).getLong();
    }

    private static int hash(long key) {
        return (int) ((key * 0x9E3779B97F4A7C15L) >>> (Long.SIZE - FILTER_BITS));
    }
}
