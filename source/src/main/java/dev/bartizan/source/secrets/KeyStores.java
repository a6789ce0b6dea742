package dev.bartizan.source.secrets;

import java.util.List;
import java.util.Locale;

/** Files that hold private keys in a binary form. */
final class KeyStores {
    private static final List<String> ENDINGS =
            List.of(".p12", ".pfx", ".jks", ".jceks", ".bcfks", ".keystore", ".kdbx", ".keytab", ".ppk", ".key");

    /** In Base64, what a Java key store (FE ED FE ED), one of the JCE (CE CE CE CE) and a Kerberos key table (05 02) begin with. */
    private static final List<String> BEGINNINGS = List.of("/u3+7Q", "zs7Ozg", "BQIAAA");

    private KeyStores() {}

    static boolean isKeyStore(String name, String encoded) {
        String lower = name.toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(lower::endsWith) || BEGINNINGS.stream().anyMatch(encoded::startsWith);
    }
}
