package dev.bartizan.source.secrets;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Decides by the name of a key, variable or flag whether its value is a secret. The last word of a name tells what the value is: {@code passwordFile} is a
 * file, {@code secretName} a name, {@code tokenTtl} a duration, so only names that end in a secret's word count.
 */
public final class SecretNames {
    /** Longer names are not names. */
    private static final int LONGEST = 320;

    /** What a value may be called on top of what it is: {@code client-key-data}, {@code tokenValue}. */
    private static final Set<String> TRAILING = words("""
            value data literal base64 b64 plain plaintext default hash string text env override
            """);

    private static final Set<String> PASSWORD = words("""
            password passwd passphrase passcode pwd pass passwords pw requirepass masterauth
            """);

    /** {@code proxy_pass} is an address. */
    private static final Set<String> NOT_BEFORE_PASS =
            Set.of("proxy", "fastcgi", "grpc", "uwsgi", "scgi", "memcached", "first", "by");

    /** Tokens of a language model, of a parser, of a budget. */
    private static final Set<String> NOT_BEFORE_TOKEN = words("""
            eos bos pad unk sep cls mask stop special image video audio max min num new prompt completion input
            output per next end start begin begining eot eom added extra total cached chat think reasoning count
            continuation sync page continue cancellation use enable mount automount issue ignore skip require
            """);

    private static final Set<String> BEFORE_TOKENS =
            Set.of("api", "auth", "access", "bearer", "bot", "service", "refresh", "secret");

    private static final Set<String> BEFORE_KEY = words("""
            api access secret private priv signing sign encryption encrypt encrypting crypt master account
            storage shared license fernet session cookie jwt hmac ssh tls ssl client server deploy rsa pem auth
            root admin service app application subscription openai anthropic azure wandb hf huggingface cohere
            groq mistral gemini nvidia ngc pinecone qdrant langsmith langfuse tavily serpapi deepseek replicate
            sas s3 salt unseal recovery webhook bot project virtual litellm
            """);

    /** The secret is an object elsewhere, and this its name. */
    private static final Set<String> NOT_BEFORE_SECRET = words("""
            existing pull from use create generate image docker registry external sealed mount target source
            object k8s kubernetes kube certificate cert ca is has optional no default enable require manage copy
            ref with tls ssl
            """);

    /** Said of secrets that are strings themselves. */
    private static final Set<String> BEFORE_LITERAL_SECRET = words("""
            client cookie app application jwt session shared consumer oauth oidc hmac api signing encryption
            nextauth hash crumb totp verifier key access master super auth proxy webhook internal csrf state
            """);

    private static final List<String> KEY_REFERENCE = List.of("secret", "key", "ref");

    private static final List<String> JOINED_PASSWORD = List.of("password", "passwd", "passphrase");
    private static final List<String> JOINED_KEY = List.of(
            "apikey",
            "accesskey",
            "secretkey",
            "privatekey",
            "authkey",
            "signingkey",
            "masterkey",
            "accountkey",
            "sharedkey",
            "encryptionkey");

    /** What a name says of its value. */
    public enum Verdict {
        NONE,
        PASSWORD,
        TOKEN,
        API_KEY,
        AUTHORIZATION,
        /** Base64 of user and password, or no secret at all. */
        ENCODED,
        /** A secret, be it called a key or only a secret. */
        SECRET,
        /** A secret or the name of one: its value must decide. */
        MAYBE_SECRET;

        /** The kind of a value of such a name. */
        SecretKind kind() {
            return switch (this) {
                case PASSWORD -> SecretKind.PASSWORD;
                case TOKEN -> SecretKind.TOKEN;
                case API_KEY -> SecretKind.API_KEY;
                case AUTHORIZATION, ENCODED -> SecretKind.AUTHORIZATION;
                case NONE, SECRET, MAYBE_SECRET -> SecretKind.SECRET;
            };
        }
    }

    private SecretNames() {}

    private static Set<String> words(String words) {
        return Set.of(words.strip().split("\\s+"));
    }

    /** What this name says of its value. */
    public static Verdict of(CharSequence name) {
        if (name.length() < 2 || name.length() > LONGEST || !mayEnd(name)) {
            return Verdict.NONE;
        }
        List<String> words = wordsOf(name);
        while (words.size() > 1 && TRAILING.contains(words.getLast())) {
            words.removeLast();
        }
        return words.isEmpty() || isReference(words) ? Verdict.NONE : of(words);
    }

    /** {@code spark.kubernetes.driver.secretKeyRef.TOKEN} holds the name of a secret and of a key of it. */
    private static boolean isReference(List<String> words) {
        int secret = words.indexOf("secret");
        return secret >= 0
                && words.size() > secret + 3
                && words.subList(secret, secret + 3).equals(KEY_REFERENCE);
    }

    /** The cheap test that nearly every name fails: it must hold one of these letters' groups. */
    private static boolean mayEnd(CharSequence name) {
        for (int i = 0; i + 1 < name.length(); i++) {
            int pair = (name.charAt(i) | 0x20) << 8 | (name.charAt(i + 1) | 0x20);
            switch (pair) {
                // pa(ss), pw, se(cret), to(ken), ke(y), cr(edential), au(th), wd
                case 'p' << 8 | 'a',
                        'p' << 8 | 'w',
                        's' << 8 | 'e',
                        't' << 8 | 'o',
                        'k' << 8 | 'e',
                        'c' << 8 | 'r',
                        'a' << 8 | 'u',
                        'w' << 8 | 'd' -> {
                    return true;
                }
                default -> {}
            }
        }
        return false;
    }

    private static Verdict of(List<String> words) {
        String last = words.getLast();
        String before = words.size() > 1 ? words.get(words.size() - 2) : "";
        return switch (last) {
            case "pass" -> NOT_BEFORE_PASS.contains(before) ? Verdict.NONE : Verdict.PASSWORD;
            case "token" -> NOT_BEFORE_TOKEN.contains(before) ? Verdict.NONE : Verdict.TOKEN;
            case "tokens" -> BEFORE_TOKENS.contains(before) ? Verdict.TOKEN : Verdict.NONE;
            case "key", "keys" -> BEFORE_KEY.contains(before) ? Verdict.API_KEY : Verdict.NONE;
            case "secret" -> secret(before);
            case "credential", "credentials", "creds" -> Verdict.MAYBE_SECRET;
            case "authorization" -> Verdict.AUTHORIZATION;
            case "auth" -> Verdict.ENCODED;
            case "dockerconfigjson", "htpasswd" -> Verdict.SECRET;
            case "base" -> before.equals("key") && words.contains("secret") ? Verdict.SECRET : Verdict.NONE;
            default -> joined(last);
        };
    }

    private static Verdict secret(String before) {
        if (BEFORE_LITERAL_SECRET.contains(before)) {
            return Verdict.SECRET;
        }
        return NOT_BEFORE_SECRET.contains(before) ? Verdict.NONE : Verdict.MAYBE_SECRET;
    }

    /** Words run together: {@code DBPASSWORD}, {@code clientsecret}. */
    private static Verdict joined(String last) {
        if (PASSWORD.contains(last) || JOINED_PASSWORD.stream().anyMatch(last::endsWith)) {
            return Verdict.PASSWORD;
        }
        if (JOINED_KEY.stream().anyMatch(last::endsWith)) {
            return Verdict.API_KEY;
        }
        if (last.endsWith("token")) {
            return Verdict.TOKEN;
        }
        return last.endsWith("secret") ? Verdict.MAYBE_SECRET : Verdict.NONE;
    }

    /** {@code dbPassword2}, {@code DB_PASSWORD} and {@code db.password} are {@code db, password}. */
    static List<String> wordsOf(CharSequence name) {
        var words = new ArrayList<String>();
        int start = 0;
        for (int i = 0; i <= name.length(); i++) {
            if (i == name.length() || !Character.isLetter(name.charAt(i)) || startsWord(name, start, i)) {
                if (i > start) {
                    words.add(name.subSequence(start, i).toString().toLowerCase(Locale.ROOT));
                }
                start = i < name.length() && Character.isLetter(name.charAt(i)) ? i : i + 1;
            }
        }
        return words;
    }

    /** An upper-case letter behind a lower-case one, or the last of a run before a lower-case one: {@code apiKey}, {@code APIKey}. */
    private static boolean startsWord(CharSequence name, int start, int i) {
        if (i == start || !Character.isUpperCase(name.charAt(i))) {
            return false;
        }
        boolean afterLower = Character.isLowerCase(name.charAt(i - 1));
        boolean beforeLower = i + 1 < name.length() && Character.isLowerCase(name.charAt(i + 1));
        return afterLower || beforeLower;
    }

    /** The kind of secret that a value of this name is, if it is a literal. */
    static Optional<SecretKind> kindOf(Verdict verdict) {
        return verdict == Verdict.NONE ? Optional.empty() : Optional.of(verdict.kind());
    }
}
