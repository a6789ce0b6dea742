package dev.bartizan.knowledge;

import dev.bartizan.source.Default;
import dev.bartizan.source.Location;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An object that a controller makes of a custom resource, and that no manifest shows.
 *
 * @param kind group and kind of the object: {@code core/Service}
 * @param of group and kind of the resource
 * @param when a path in the resource that must be there, {@code spec.transformer}; always when absent
 * @param name with {@code {name}} and {@code {namespace}} for those of the resource
 * @param named a path in the resource where its author may give the object another name
 * @param namespace as the name is written, {@code -} for none; that of the resource when absent
 * @param ports of a Service
 * @param exposes whether its traffic goes to what the resource runs
 * @param source a public page that says so
 */
public record Creation(
        String kind,
        String of,
        Optional<String> when,
        String name,
        Optional<String> named,
        Optional<String> namespace,
        List<Integer> ports,
        @Default("false") boolean exposes,
        String why,
        String source,
        Location location) {
    private static final Pattern PLACES = Pattern.compile("\\{(name|namespace)}");

    /** The name of the object that is made of a resource. */
    public String nameFor(String resource, String resourceNamespace) {
        return filled(name, resource, resourceNamespace);
    }

    /** Its namespace. */
    public String namespaceFor(String resource, String resourceNamespace) {
        return namespace
                .map(pattern -> filled(pattern, resource, resourceNamespace))
                .orElse(resourceNamespace);
    }

    private static String filled(String pattern, String name, String namespace) {
        return PLACES.matcher(pattern)
                .replaceAll(place -> Matcher.quoteReplacement(place.group(1).equals("name") ? name : namespace));
    }

    public String group() {
        return kind.substring(0, Math.max(0, kind.indexOf('/')));
    }

    public String kindName() {
        return kind.substring(kind.indexOf('/') + 1);
    }
}
