package dev.bartizan.source;

/**
 * What is known of a secret that was taken out of the tree.
 *
 * @param kind what it is: {@code secret-data}, {@code password}, {@code token}, {@code private-key}, {@code url-userinfo}, {@code last-applied} ...
 * @param length in UTF-16 units, of the secret part
 * @param isKnownDefault whether it is a published default credential (minio123, admin ...)
 */
public record Redaction(String kind, int length, boolean isKnownDefault) {}
