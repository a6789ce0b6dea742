package dev.bartizan.source.secrets;

import java.util.Locale;

/** What kind of secret something is. */
public enum SecretKind {
    PASSWORD,
    TOKEN,
    API_KEY,
    PRIVATE_KEY,
    URL_USERINFO,
    AUTHORIZATION,
    /** Named a secret, and nothing more is known. */
    SECRET,
    /** A value of a Kubernetes Secret. */
    SECRET_DATA,
    /** The copy of an object that kubectl keeps in an annotation. */
    LAST_APPLIED;

    /** As outputs show it: {@code url-userinfo}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
