package dev.bartizan.network.intended;

import dev.bartizan.network.model.PortMatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeSet;

/** Ports as texts hold them: {@code redis-cart:6379}, {@code http://mlflow.ml-registry}. */
final class PortText {
    private static final int MOST_OCCURRENCES = 64;

    private static final Map<String, Integer> SCHEMES = Map.ofEntries(
            Map.entry("http", 80),
            Map.entry("https", 443),
            Map.entry("ws", 80),
            Map.entry("wss", 443),
            Map.entry("redis", 6379),
            Map.entry("rediss", 6379),
            Map.entry("postgres", 5432),
            Map.entry("postgresql", 5432),
            Map.entry("mysql", 3306),
            Map.entry("mongodb", 27017),
            Map.entry("amqp", 5672),
            Map.entry("nats", 4222));

    private PortText() {}

    /** A port by its number; empty when it is none. */
    static OptionalInt number(String text) {
        boolean isNumber = !text.isEmpty() && text.length() <= 5 && text.chars().allMatch(PortText::isDigit);
        int number = isNumber ? Integer.parseInt(text) : 0;
        return number >= PortMatch.FIRST && number <= PortMatch.LAST ? OptionalInt.of(number) : OptionalInt.empty();
    }

    /**
     * The ports that a text gives to a host. A host of several labels counts with those that follow, {@code mlflow.ml-registry.svc}, unless they name
     * another namespace.
     *
     * @return none when it tells none
     */
    static List<Integer> of(String text, String host, String namespace) {
        var found = new TreeSet<Integer>();
        int at = host.isEmpty() ? -1 : text.indexOf(host);
        for (int i = 0; at >= 0 && i < MOST_OCCURRENCES; i++) {
            int end = at + host.length();
            if (isStart(text, at) && (end == text.length() || !isOfLabel(text.charAt(end)))) {
                after(text, at, end, namespace).ifPresent(found::add);
            }
            at = text.indexOf(host, end);
        }
        return new ArrayList<>(found);
    }

    private static boolean isStart(String text, int at) {
        return at == 0 || !isOfLabel(text.charAt(at - 1));
    }

    private static OptionalInt after(String text, int start, int end, String namespace) {
        int behind = end;
        while (behind < text.length() && (isOfLabel(text.charAt(behind)) || text.charAt(behind) == '.')) {
            behind++;
        }
        if (behind > end && !isHere(text.substring(end + 1, behind), namespace)) {
            return OptionalInt.empty();
        }
        int digits = behind + 1;
        while (digits < text.length() && isDigit(text.charAt(digits))) {
            digits++;
        }
        boolean isWritten = behind < text.length() && text.charAt(behind) == ':' && digits > behind + 1;
        return isWritten ? number(text.substring(behind + 1, digits)) : ofScheme(text, start);
    }

    private static boolean isHere(String labels, String namespace) {
        int dot = labels.indexOf('.');
        String first = dot < 0 ? labels : labels.substring(0, dot);
        return first.equals(namespace) || first.equals("svc") || namespace.isEmpty();
    }

    /** Of {@code postgresql://user:password@host} too. */
    private static OptionalInt ofScheme(String text, int host) {
        int from = host;
        while (from > 0 && isOfAuthority(text.charAt(from - 1))) {
            from--;
        }
        if (from < 3 || !text.startsWith("://", from - 3)) {
            return OptionalInt.empty();
        }
        int start = from - 3;
        while (start > 0 && Character.isLetterOrDigit(text.charAt(start - 1))) {
            start--;
        }
        int port = SCHEMES.getOrDefault(text.substring(start, from - 3), 0);
        return port == 0 ? OptionalInt.empty() : OptionalInt.of(port);
    }

    private static boolean isOfAuthority(char unit) {
        return isOfLabel(unit) || unit == '.' || unit == '@' || unit == ':' || unit == '_' || unit == '%';
    }

    private static boolean isOfLabel(char unit) {
        return unit == '-' || isDigit(unit) || (unit >= 'a' && unit <= 'z') || (unit >= 'A' && unit <= 'Z');
    }

    private static boolean isDigit(int unit) {
        return unit >= '0' && unit <= '9';
    }
}
