package dev.bartizan.network.model;

import java.math.BigInteger;
import java.util.Optional;

/**
 * Addresses of one family, from one to another, both included.
 *
 * @param bits 32 for IPv4, 128 for IPv6
 */
public record AddressRange(int bits, BigInteger first, BigInteger last) {
    public static final int IPV4 = 32;
    public static final int IPV6 = 128;
    private static final int LONGEST = 64;

    /** All addresses of a family. */
    public static AddressRange all(int bits) {
        return new AddressRange(bits, BigInteger.ZERO, end(bits).subtract(BigInteger.ONE));
    }

    /** One behind the last address of a family. */
    public static BigInteger end(int bits) {
        return BigInteger.ONE.shiftLeft(bits);
    }

    /** A block as policies write it, {@code 10.0.0.0/8}; the bits behind the prefix do not count. Empty when it is none. */
    public static Optional<AddressRange> ofCidr(String text) {
        int slash = text.indexOf('/');
        if (slash < 0 || text.length() > LONGEST || !text.substring(slash + 1).matches("0|[1-9][0-9]{0,2}")) {
            return Optional.empty();
        }
        String address = text.substring(0, slash);
        int bits = address.indexOf(':') >= 0 ? IPV6 : IPV4;
        int prefix = Integer.parseInt(text.substring(slash + 1));
        if (prefix > bits) {
            return Optional.empty();
        }
        BigInteger size = BigInteger.ONE.shiftLeft(bits - prefix);
        return (bits == IPV6 ? AddressText.ipv6(address) : AddressText.ipv4(address))
                .map(written -> written.divide(size).multiply(size))
                .map(first -> new AddressRange(bits, first, first.add(size).subtract(BigInteger.ONE)));
    }

    public boolean contains(AddressRange other) {
        return bits == other.bits && first.compareTo(other.first) <= 0 && last.compareTo(other.last) >= 0;
    }

    /** Whether an address is in both. */
    public boolean overlaps(AddressRange other) {
        return bits == other.bits && first.compareTo(other.last) <= 0 && last.compareTo(other.first) >= 0;
    }

    public boolean isAll() {
        return equals(all(bits));
    }

    /** As policies write it, {@code 10.0.0.0/8}; of a range that is a block. */
    public String cidr() {
        int free = last.subtract(first).bitLength();
        return written(first) + "/" + (bits - free);
    }

    /** {@code 0.0.0.0-9.255.255.255}. */
    @Override
    public String toString() {
        return written(first) + "-" + written(last);
    }

    private String written(BigInteger address) {
        var text = new StringBuilder();
        int unit = bits == IPV4 ? 8 : 16;
        for (int shift = bits - unit; shift >= 0; shift -= unit) {
            int part = address.shiftRight(shift).intValue() & ((1 << unit) - 1);
            text.append(text.isEmpty() ? "" : bits == IPV4 ? "." : ":")
                    .append(Integer.toString(part, bits == IPV4 ? 10 : 16));
        }
        return text.toString();
    }
}
