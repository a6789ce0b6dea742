package dev.bartizan.source;

import dev.bartizan.source.secrets.CommandSecrets;
import dev.bartizan.source.secrets.KnownDefaults;
import dev.bartizan.source.secrets.Match;
import dev.bartizan.source.secrets.PublicValues;
import dev.bartizan.source.secrets.SecretDetector;
import dev.bartizan.source.secrets.SecretKind;
import dev.bartizan.source.secrets.SecretNames;
import dev.bartizan.source.secrets.SecretNames.Verdict;
import dev.bartizan.source.text.Ranges;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Takes the secrets out of a tree while it is built: what a scalar shows by itself when it is created, what the keys around it say when its mapping or list
 * ends. It also notes where they stand in the file, so that excerpts can be masked. The rules for single texts are in the package {@code secrets}.
 */
final class SecretFilter {
    /** Which keys of a mapping matter here; computed once for all mappings of one shape. */
    static final class KeyRoles {
        private static final KeyRoles NONE = new KeyRoles();

        private int kind = -1;
        private int name = -1;
        private int value = -1;
        private int command = -1;
        private int arguments = -1;
        private int generators = -1;
        private int binary = -1;
        private final List<Integer> data = new ArrayList<>();
        private final List<Integer> lastApplied = new ArrayList<>();
        private final Map<Integer, Verdict> named = new java.util.TreeMap<>();

        static KeyRoles of(String[] keys) {
            var roles = new KeyRoles();
            boolean any = false;
            for (int i = 0; i < keys.length; i++) {
                any |= roles.take(keys[i], i);
            }
            boolean pair = roles.name >= 0 && roles.value >= 0;
            boolean secret = roles.kind >= 0 && !roles.data.isEmpty();
            return any || pair || secret ? roles : NONE;
        }

        /** Whether this key matters by itself. */
        private boolean take(String key, int index) {
            switch (key) {
                case "kind" -> kind = index;
                case "data", "stringData", "items" -> data.add(index);
                case "name", "key" -> name = name < 0 || key.equals("name") ? index : name;
                case "value", "default", "defaultValue" -> value = value < 0 || key.equals("value") ? index : value;
                case "command" -> command = index;
                case "args", "arguments" -> arguments = index;
                case "secretGenerator" -> generators = index;
                case "binaryData" -> binary = index;
                case "kubectl.kubernetes.io/last-applied-configuration" -> lastApplied.add(index);
                default -> {
                    Verdict verdict = SecretNames.of(key);
                    if (verdict != Verdict.NONE) {
                        named.put(index, verdict);
                    }
                }
            }
            return command == index
                    || arguments == index
                    || generators == index
                    || binary == index
                    || lastApplied.contains(index)
                    || named.containsKey(index);
        }
    }

    /** In a value with more secrets each is not worth a search: a megabyte of different passwords would take hours. The value is masked as a whole. */
    private static final int MOST_SEARCHED = 100;

    private static final Set<String> NAMES_OF_KEYS_ELSEWHERE =
            Set.of("remoteRef", "sourceRef", "secretRef", "conversionStrategy");

    private final SourceFile file;
    private final String source;
    private final Ranges masks = new Ranges();
    private final IdentityHashMap<Node, Node> replaced = new IdentityHashMap<>();

    SecretFilter(SourceFile file, String source) {
        this.file = file;
        this.source = source;
    }

    /** Where secrets stand in the file. */
    Ranges masks() {
        return masks;
    }

    void startDocument() {
        replaced.clear();
    }

    /** A scalar with what its own text betrays masked. */
    Scalar scalar(String text, int start, int end, Scalar.Style style) {
        List<Match> matches = SecretDetector.scan(text);
        return matches.isEmpty() ? new Scalar(file, text, start, end, style) : masked(text, start, end, matches);
    }

    private Redacted masked(String text, int start, int end, List<Match> matches) {
        int length = 0;
        boolean known = false;
        var secrets = new LinkedHashSet<String>();
        for (Match match : matches) {
            String secret = text.substring(match.start(), match.end());
            length += secret.length();
            known |= KnownDefaults.contains(secret)
                    || KnownDefaults.contains(secret.substring(secret.lastIndexOf(':') + 1));
            if (secrets.size() <= MOST_SEARCHED) {
                secret.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .forEach(secrets::add);
            }
        }
        maskInFile(secrets, start, end);
        var redaction = new Redaction(matches.getFirst().kind().word(), length, known);
        return new Redacted(file, Match.mask(text, matches), start, end, redaction);
    }

    /** A secret is masked wherever it is written; where escapes or folding hide it from the search, the whole value is. */
    private void maskInFile(Set<String> secrets, int start, int end) {
        if (secrets.size() > MOST_SEARCHED
                || !secrets.stream().allMatch(secret -> masks.addOccurrences(source, start, end, secret))) {
            masks.add(start, end);
        }
    }

    /** Masks what the keys of a mapping say of its values, which it changes. */
    void mapping(KeyRoles roles, String[] keys, Node[] values) {
        if (roles == KeyRoles.NONE) {
            return;
        }
        roles.lastApplied.forEach(index -> values[index] = whole(values[index], SecretKind.LAST_APPLIED));
        roles.named.forEach((index, verdict) -> {
            if (!namesKeyElsewhere(keys, keys[index])) {
                values[index] = named(values[index], verdict);
            }
        });
        if (roles.kind >= 0 && values[roles.kind] instanceof Scalar kind) {
            secretData(kind.raw(), roles, keys, values);
        }
        if (roles.name >= 0 && roles.value >= 0 && values[roles.name] instanceof Scalar name) {
            values[roles.value] = named(values[roles.value], SecretNames.of(name.raw()));
        }
        if (roles.command >= 0 || roles.arguments >= 0) {
            command(roles, values);
        }
        if (roles.generators >= 0) {
            values[roles.generators].items().forEach(this::generator);
        }
        if (roles.binary >= 0 && values[roles.binary] instanceof Mapping files) {
            binary(files);
        }
    }

    /** In an ExternalSecret {@code secretKey} is the name of a key. */
    private static boolean namesKeyElsewhere(String[] keys, String key) {
        if (!key.equals("secretKey")) {
            return false;
        }
        for (String sibling : keys) {
            if (NAMES_OF_KEYS_ELSEWHERE.contains(sibling)) {
                return true;
            }
        }
        return false;
    }

    private void secretData(String kind, KeyRoles roles, String[] keys, Node[] values) {
        for (int index : roles.data) {
            boolean items = keys[index].equals("items");
            if (kind.equals("Secret") && !items) {
                values[index] = keys[index].equals("stringData")
                        ? secretTexts(values[index])
                        : whole(values[index], SecretKind.SECRET_DATA);
            } else if (kind.equals("SecretList") && items) {
                values[index].items().forEach(item -> {
                    whole(item.get("data"), SecretKind.SECRET_DATA);
                    secretTexts(item.get("stringData"));
                });
            }
        }
    }

    /** The entries of a Secret as people write them: a placeholder is none, and of what only names a host, the host stays known. */
    private Node secretTexts(Node node) {
        if (!(node instanceof Mapping entries)) {
            return whole(node, SecretKind.SECRET_DATA);
        }
        for (int i = 0; i < entries.size(); i++) {
            String text = entries.value(i).text("");
            if (!PublicValues.isPlaceholder(text)) {
                Node masked = whole(entries.value(i), SecretKind.SECRET_DATA);
                entries.replace(i, withHost(masked, PublicValues.hostOf(entries.key(i), text)));
            }
        }
        return entries;
    }

    private static Node withHost(Node masked, Optional<String> host) {
        return host.isPresent() && masked instanceof Redacted redacted ? redacted.with(host.get()) : masked;
    }

    /** Files of a ConfigMap that are no text, in Base64. */
    private void binary(Mapping entries) {
        for (int i = 0; i < entries.size(); i++) {
            if (entries.value(i) instanceof Scalar scalar) {
                Optional<SecretKind> kind = SecretDetector.kindOfFile(entries.key(i), scalar.raw());
                if (kind.isPresent()) {
                    entries.replace(i, whole(scalar, kind.get()));
                }
            }
        }
    }

    /** A value under a name: itself, the items of a list, or the {@code value} of a mapping. */
    private Node named(Node node, Verdict verdict) {
        if (verdict == Verdict.NONE) {
            return node;
        }
        switch (node) {
            case Scalar scalar -> {
                return literal(scalar, verdict);
            }
            case Sequence sequence -> {
                for (int i = 0; i < sequence.size(); i++) {
                    if (sequence.get(i) instanceof Scalar scalar) {
                        sequence.replace(i, literal(scalar, verdict));
                    }
                }
            }
            case Mapping mapping -> {
                for (int i = 0; i < mapping.size(); i++) {
                    if (mapping.key(i).equals("value") && mapping.value(i) instanceof Scalar scalar) {
                        mapping.replace(i, literal(scalar, verdict));
                    }
                }
            }
            case Absent _ -> {}
        }
        return node;
    }

    private Scalar literal(Scalar scalar, Verdict verdict) {
        boolean word = scalar.type() == ScalarType.BOOLEAN || scalar.type() == ScalarType.NULL;
        Optional<SecretKind> kind = word ? Optional.empty() : SecretDetector.kindOf(verdict, scalar.raw());
        return kind.isPresent() ? whole(scalar, kind.get()) : scalar;
    }

    /** Masks every scalar below a node, itself included. */
    private Node whole(Node node, SecretKind kind) {
        if (node instanceof Scalar scalar) {
            return scalar.hasValue() && !scalar.raw().isEmpty() ? whole(scalar, kind) : scalar;
        }
        var open = new ArrayDeque<Node>();
        open.push(node);
        while (!open.isEmpty()) {
            switch (open.pop()) {
                case Mapping mapping -> {
                    for (int i = 0; i < mapping.size(); i++) {
                        mapping.replace(i, wholeOrLater(mapping.value(i), kind, open));
                    }
                }
                case Sequence sequence -> {
                    for (int i = 0; i < sequence.size(); i++) {
                        sequence.replace(i, wholeOrLater(sequence.get(i), kind, open));
                    }
                }
                case Scalar _, Absent _ -> {}
            }
        }
        return node;
    }

    private Node wholeOrLater(Node child, SecretKind kind, ArrayDeque<Node> open) {
        if (child instanceof Scalar) {
            return whole(child, kind);
        }
        open.push(child);
        return child;
    }

    private Redacted whole(Scalar scalar, SecretKind kind) {
        String text = scalar.raw();
        boolean known = scalar.redaction().map(Redaction::isKnownDefault).orElse(false)
                || KnownDefaults.contains(text.strip())
                || KnownDefaults.containsEncoded(text);
        int length = scalar.redaction().map(Redaction::length).orElse(text.length());
        masks.add(scalar.start(), scalar.end());
        var redacted =
                new Redacted(file, Match.MASK, scalar.start(), scalar.end(), new Redaction(kind.word(), length, known));
        replaced.put(scalar, redacted);
        return redacted;
    }

    private void command(KeyRoles roles, Node[] values) {
        List<Sequence> parts = new ArrayList<>();
        for (int index : new int[] {roles.command, roles.arguments}) {
            if (index >= 0 && values[index] instanceof Sequence sequence) {
                parts.add(sequence);
            }
        }
        words(parts);
    }

    /** The words of a list of scalars, which may be a command. */
    void sequence(Node[] items) {
        for (Node item : items) {
            if (item instanceof Scalar scalar && scalar.raw().startsWith("-")) {
                words(List.of(new Sequence(file, 0, items)));
                return;
            }
        }
    }

    private void words(List<Sequence> parts) {
        List<String> words = new ArrayList<>();
        for (Sequence part : parts) {
            for (int i = 0; i < part.size(); i++) {
                words.add(part.get(i) instanceof Scalar scalar ? scalar.raw() : "");
            }
        }
        for (CommandSecrets.Operand operand : CommandSecrets.of(words)) {
            int index = operand.word();
            for (Sequence part : parts) {
                if (index >= 0 && index < part.size() && part.get(index) instanceof Scalar scalar) {
                    part.replace(index, operand(scalar, operand.from()));
                }
                index -= part.size();
            }
        }
    }

    private Scalar operand(Scalar scalar, int from) {
        if (from == 0) {
            return whole(scalar, SecretKind.PASSWORD);
        }
        String text = scalar.raw();
        return text.substring(from).equals(Match.MASK)
                ? scalar
                : masked(
                        text,
                        scalar.start(),
                        scalar.end(),
                        List.of(new Match(from, text.length(), SecretKind.PASSWORD)));
    }

    /** The literals of a kustomize secret generator. */
    private void generator(Node generator) {
        if (generator.get("literals") instanceof Sequence literals) {
            for (int i = 0; i < literals.size(); i++) {
                if (literals.get(i) instanceof Scalar scalar && scalar.raw().indexOf('=') >= 0) {
                    literals.replace(i, operand(scalar, scalar.raw().indexOf('=') + 1));
                }
            }
        }
    }

    /** An anchor in an innocent place and its alias under a secret's name are one value: masks it in both. */
    void endDocument(Node root) {
        if (replaced.isEmpty()) {
            return;
        }
        Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        var open = new ArrayDeque<Node>();
        open.push(root);
        while (!open.isEmpty()) {
            Node node = open.pop();
            if (!seen.add(node)) {
                continue;
            }
            switch (node) {
                case Mapping mapping -> {
                    for (int i = 0; i < mapping.size(); i++) {
                        mapping.replace(i, replaced.getOrDefault(mapping.value(i), mapping.value(i)));
                        open.push(mapping.value(i));
                    }
                }
                case Sequence sequence -> {
                    for (int i = 0; i < sequence.size(); i++) {
                        sequence.replace(i, replaced.getOrDefault(sequence.get(i), sequence.get(i)));
                        open.push(sequence.get(i));
                    }
                }
                case Scalar _, Absent _ -> {}
            }
        }
    }

    /** The name of a key, which may itself be a token. */
    static String key(String text) {
        return SecretDetector.mask(text);
    }
}
