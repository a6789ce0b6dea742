package dev.bartizan.source.secrets;

import dev.bartizan.source.secrets.SecretNames.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Decides whether the value under a secret's name is the secret itself or only points at it: a variable, a template, a path, the name of a Secret. What is
 * left out here stays readable, so only forms that cannot be a secret are.
 */
public final class SecretValues {
    private static final Set<String> WORDS = Set.of("""
            none null nil true false yes no on off undefined string str bytes required optional enabled disabled
            rbac webhook alwaysallow alwaysdeny redacted technical-user end-user-identity-propagation
            """.strip().split("\\s+"));

    private static final List<String> SCHEMES = List.of("""
            vault: ref+ op:// arn:aws: projects/ secretref: env: env. file: kms: enc[ keyvault: gcp-secret:
            awssm: sops: @microsoft.keyvault os.environ os.getenv process.env secrets. getenv( http:// https://
            """.strip().split("\\s+"));

    private static final List<String> PLACEHOLDERS =
            List.of("your", "insert", "replace", "placeholder", "fill-in", "fill_in");

    /** Of what stands for a value until a script replaces it. */
    private static final List<String> NAMES_ENDS = List.of("_VAL", "_VALUE", "_HERE");

    private static final List<String> NAME_PARTS = List.of("""
            secret cred cert tls auth token key password pull regcred config account
            """.strip().split("\\s+"));

    /** Of a label (RFC 1123). */
    private static final int LONGEST_NAME = 63;

    private SecretValues() {}

    /** Whether a value under a name of this verdict is a secret to be masked. */
    public static boolean isLiteral(Verdict verdict, CharSequence raw) {
        String value = raw.toString().strip();
        if (verdict == Verdict.NONE || value.length() < 2 || isReference(value)) {
            return false;
        }
        return switch (verdict) {
            case NONE -> false;
            case PASSWORD -> !isShortNumber(value);
            case TOKEN, API_KEY, SECRET -> !isNumber(value);
            case MAYBE_SECRET -> !isNumber(value) && !isNameOfSecret(value) && !isStructure(value);
            case AUTHORIZATION -> isAuthorization(value);
            case ENCODED -> TokenPatterns.isEncodedCredential(value);
        };
    }

    /** Nothing a reader could use: a variable, a template, a path, a placeholder in angle brackets, a word of a language. */
    static boolean isReference(String value) {
        String lower =
                value.length() > 40 ? value.substring(0, 40).toLowerCase(Locale.ROOT) : value.toLowerCase(Locale.ROOT);
        return isVariable(value)
                || isVariable(value.substring(value.lastIndexOf(':') + 1))
                || isPlaceholder(value)
                || isNameOfVariable(value)
                || WORDS.contains(lower)
                || SCHEMES.stream().anyMatch(lower::startsWith)
                || isPath(value)
                || isFiller(value);
    }

    /** {@code $(VAR)}, {@code ${VAR}}, {@code $VAR}, {@code {{ ... }}}, {@code %(var)s}, {@code <your token>}; not one with a default, which is a literal. */
    private static boolean isVariable(String value) {
        if (value.length() < 2) {
            return false;
        }
        char first = value.charAt(0);
        char second = value.charAt(1);
        char last = value.charAt(value.length() - 1);
        return switch (first) {
            case '$' ->
                switch (second) {
                    case '(' -> true;
                    case '{' -> last == '}' && !value.contains(":-") && !value.contains(":=") && !value.contains("|");
                    default -> isVariableName(value.substring(value.startsWith("$$") ? 2 : 1));
                };
            case '{' -> second == '{' && value.endsWith("}}") && !hasDefault(value);
            case '%' -> second == '(' || last == '%';
            case '<' -> last == '>';
            case '(' -> second == '(' && value.endsWith("))");
            case '`' -> true;
            default -> false;
        };
    }

    /** {@code OIDC_CLIENT_SECRET}, as in {@code secretEnv: OIDC_CLIENT_SECRET}: the name of what holds a secret. */
    private static boolean isNameOfVariable(String value) {
        return value.indexOf('_') > 0
                && value.length() <= LONGEST_NAME
                && value.chars().allMatch(unit -> Ascii.isUpper(unit) || unit == '_')
                && SecretNames.of(value) != Verdict.NONE;
    }

    /** {@code {{ .Values.password | default "x" }}} of Helm, {@code {{ password | default('x') }}} of Jinja. */
    private static boolean hasDefault(String template) {
        int at = template.indexOf("default");
        while (at >= 0) {
            int value = Ascii.skipBlanks(template, at + "default".length());
            value = template.startsWith("(", value) ? Ascii.skipBlanks(template, value + 1) : value;
            boolean quoted = value + 1 < template.length() && "\"'`\\".indexOf(template.charAt(value)) >= 0;
            if (quoted && template.charAt(value + 1) != template.charAt(value)) {
                return true;
            }
            at = template.indexOf("default", at + 1);
        }
        return false;
    }

    /** In capitals or in small letters, but not mixed like a password that begins with a dollar sign. */
    private static boolean isVariableName(String name) {
        return name.chars().allMatch(unit -> Ascii.isUpper(unit) || Ascii.isDigit(unit) || unit == '_')
                || name.chars().allMatch(unit -> Ascii.isLower(unit) || unit == '_');
    }

    /** {@code /etc/secrets/token}, {@code ./key.pem}, {@code ~/.ssh/id}; Base64 that begins with a slash has no second one before a dot or at most capitals. */
    private static boolean isPath(String value) {
        boolean begins =
                value.startsWith("/") || value.startsWith("./") || value.startsWith("../") || value.startsWith("~/");
        if (!begins || value.length() > 256) {
            return false;
        }
        int slashes = 0;
        int capitals = 0;
        for (int i = 0; i < value.length(); i++) {
            char unit = value.charAt(i);
            slashes += unit == '/' ? 1 : 0;
            capitals += Ascii.isUpper(unit) ? 1 : 0;
            if (!Ascii.isLetterOrDigit(unit) && "/._-@:{}$()*~".indexOf(unit) < 0) {
                return false;
            }
        }
        return (slashes > 1 || value.indexOf('.') >= 0 || value.length() < 16) && capitals * 4 < value.length();
    }

    /** {@code insert-your-token-here}: no digits, and words that tell a reader what to do; {@code GOOGLE_API_KEY_VAL}. */
    private static boolean isPlaceholder(String value) {
        if (NAMES_ENDS.stream().anyMatch(value::endsWith) && isVariableName(value)) {
            return true;
        }
        String lower = value.length() > LONGEST_NAME ? "" : value.toLowerCase(Locale.ROOT);
        return PLACEHOLDERS.stream().anyMatch(lower::contains)
                && lower.chars().allMatch(unit -> Ascii.isLower(unit) || " -_.".indexOf(unit) >= 0);
    }

    /** A document of its own, whose parts are looked at one by one. */
    private static boolean isStructure(String value) {
        return value.indexOf('\n') >= 0 || value.charAt(0) == '{' || value.charAt(0) == '[';
    }

    /** {@code ****}, {@code xxxx}, {@code ....} */
    private static boolean isFiller(String value) {
        char first = value.charAt(0);
        return "*xX.#-_?=".indexOf(first) >= 0 && value.chars().allMatch(unit -> unit == first);
    }

    private static boolean isNumber(String value) {
        return value.chars().allMatch(unit -> Ascii.isDigit(unit) || unit == '.' || unit == '-' || unit == '_');
    }

    private static boolean isShortNumber(String value) {
        return value.length() < 4 && isNumber(value);
    }

    /** A DNS name of several words, one of which says that it names a Secret: {@code db-credentials}. */
    private static boolean isNameOfSecret(String value) {
        if (value.length() > LONGEST_NAME || value.indexOf('-') < 1 || KnownDefaults.contains(value)) {
            return false;
        }
        int digits = 0;
        for (int i = 0; i < value.length(); i++) {
            char unit = value.charAt(i);
            digits += Ascii.isDigit(unit) ? 1 : 0;
            boolean fits = Ascii.isLower(unit) || Ascii.isDigit(unit) || unit == '-' || unit == '.';
            if (!fits) {
                return false;
            }
        }
        return digits < 4 && NAME_PARTS.stream().anyMatch(value::contains);
    }

    /** The value of an Authorization header, with or without its scheme, but not the name of a mode. */
    private static boolean isAuthorization(String value) {
        return value.indexOf(' ') > 0 || value.length() >= 8;
    }
}
