package dev.bartizan.network.mesh;

import dev.bartizan.network.model.Requests;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Whether some requests are among others. Patterns of a text are exact, begin or end somehow; so whatever they can tell apart is told apart by the texts that they
 * name, with something that none of them names where they leave it open. These are tried out: the answer is exact, but for templates of paths.
 */
final class RequestCover {
    private static final int MOST_TRIED = 200_000;
    private static final String UNNAMED = "~bartizan~";

    private final Requests some;
    private final List<Requests> others;

    private RequestCover(Requests some, List<Requests> others) {
        this.some = some;
        this.others = others;
    }

    /** Whether each of the requests is among the others. */
    enum Answer {
        NO,
        UNKNOWN,
        YES
    }

    static Answer of(Requests some, List<Requests> others) {
        List<Requests> comparable = others.stream()
                .filter(other -> some.conditions().containsAll(other.conditions()))
                .toList();
        return comparable.isEmpty() ? Answer.NO : new RequestCover(some, comparable).answer();
    }

    /** Whether no request can be like that; of templates of paths nothing is known. */
    static boolean isNothing(Requests requests) {
        var alone = new RequestCover(requests, List.of());
        return alone.tried(Requests::methods, "").stream().noneMatch(method -> isOneOf(requests.methods(), method))
                || (!hasTemplates(Stream.of(requests))
                        && alone.tried(Requests::paths, "/").stream()
                                .noneMatch(path -> isOneOf(requests.paths(), path)))
                || alone.tried(Requests::hosts, "").stream().noneMatch(host -> isOneOf(requests.hosts(), host));
    }

    private Answer answer() {
        List<String> methods = tried(Requests::methods, "");
        List<String> paths = tried(Requests::paths, "/");
        List<String> hosts = tried(Requests::hosts, "");
        if ((long) methods.size() * paths.size() * hosts.size() * others.size() > MOST_TRIED) {
            return Answer.UNKNOWN;
        }
        for (String method : methods) {
            for (String path : paths) {
                for (String host : hosts) {
                    if (isSome(method, path, host) && others.stream().noneMatch(each -> is(each, method, path, host))) {
                        return Answer.NO;
                    }
                }
            }
        }
        return hasTemplates(Stream.concat(Stream.of(some), others.stream())) ? Answer.UNKNOWN : Answer.YES;
    }

    private static boolean hasTemplates(Stream<Requests> requests) {
        return requests.flatMap(each -> each.paths().stream()).anyMatch(path -> path.indexOf('{') >= 0);
    }

    private boolean isSome(String method, String path, String host) {
        return is(some, method, path, host);
    }

    private static boolean is(Requests requests, String method, String path, String host) {
        return isOneOf(requests.methods(), method)
                && isOneOf(requests.paths(), path)
                && isOneOf(requests.hosts(), host.toLowerCase(Locale.ROOT));
    }

    /** Of those without a mark any, when there are some, and none of those with one. */
    private static boolean isOneOf(Set<String> notation, String value) {
        boolean isWanted = notation.stream().allMatch(text -> text.startsWith("!"));
        for (String text : notation) {
            if (text.startsWith("!")) {
                if (TextPattern.of(text.substring(1)).matches(value)) {
                    return false;
                }
            } else {
                isWanted |= TextPattern.of(text).matches(value);
            }
        }
        return isWanted;
    }

    /** @param begin what every such text begins with */
    private List<String> tried(Function<Requests, Set<String>> part, String begin) {
        List<TextPattern> patterns = Stream.concat(Stream.of(some), others.stream())
                .flatMap(each -> part.apply(each).stream())
                .map(text -> TextPattern.of(text.startsWith("!") ? text.substring(1) : text))
                .distinct()
                .toList();
        var prefixes = new ArrayList<>(List.of(begin));
        var suffixes = new ArrayList<>(List.of(""));
        var tried = new LinkedHashSet<String>();
        for (TextPattern pattern : patterns) {
            switch (pattern.kind()) {
                case EXACT -> tried.add(pattern.text());
                case PREFIX -> {
                    tried.add(pattern.text());
                    prefixes.add(pattern.text());
                }
                case SUFFIX -> suffixes.add(pattern.text());
                case PRESENT -> {}
            }
        }
        for (String prefix : prefixes) {
            suffixes.forEach(suffix -> tried.add(prefix + UNNAMED + suffix));
        }
        tried.removeIf(text -> !text.startsWith(begin));
        return List.copyOf(tried);
    }
}
