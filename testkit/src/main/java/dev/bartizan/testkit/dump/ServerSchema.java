package dev.bartizan.testkit.dump;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.ConstructNode;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** What a scalar means to the API server: {@code yes} and {@code on} are booleans there. */
final class ServerSchema extends CoreSchema {
    private static final Pattern BOOLEAN = Pattern.compile("yes|Yes|YES|no|No|NO|on|On|ON|off|Off|OFF");
    private static final Set<String> TRUE = Set.of("true", "True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON");

    @Override
    public ScalarResolver getScalarResolver() {
        ScalarResolver core = super.getScalarResolver();
        return (value, isPlain) ->
                isPlain && BOOLEAN.matcher(value).matches() ? Tag.BOOL : core.resolve(value, isPlain);
    }

    @Override
    public Map<Tag, ConstructNode> getSchemaTagConstructors() {
        var constructors = new HashMap<>(super.getSchemaTagConstructors());
        constructors.put(Tag.BOOL, node -> node instanceof ScalarNode scalar && TRUE.contains(scalar.getValue()));
        return constructors;
    }
}
