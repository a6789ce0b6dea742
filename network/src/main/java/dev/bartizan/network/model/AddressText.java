package dev.bartizan.network.model;

import java.math.BigInteger;
import java.util.Optional;

/** Addresses as they are written: four numbers for IPv4, RFC 4291 for IPv6. Nothing is looked up. */
final class AddressText {
    private static final int GROUPS = 8;

    private AddressText() {}

    static Optional<BigInteger> ipv4(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 4) {
            return Optional.empty();
        }
        long address = 0;
        for (String part : parts) {
            boolean isNumber = part.matches("0|[1-9][0-9]{0,2}") && Integer.parseInt(part) <= 255;
            if (!isNumber) {
                return Optional.empty();
            }
            address = address << 8 | Integer.parseInt(part);
        }
        return Optional.of(BigInteger.valueOf(address));
    }

    static Optional<BigInteger> ipv6(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            return groups(text, GROUPS);
        }
        String left = text.substring(0, gap);
        String right = text.substring(gap + 2);
        int leftGroups = left.isEmpty() ? 0 : left.split(":", -1).length;
        int rightGroups = right.isEmpty() ? 0 : right.split(":", -1).length;
        if (leftGroups + rightGroups >= GROUPS) {
            return Optional.empty();
        }
        Optional<BigInteger> high = groups(left, leftGroups);
        Optional<BigInteger> low = groups(right, rightGroups);
        return high.flatMap(one ->
                low.map(other -> one.shiftLeft(16 * (GROUPS - leftGroups)).or(other)));
    }

    private static Optional<BigInteger> groups(String text, int count) {
        String[] groups = count == 0 ? new String[0] : text.split(":", -1);
        BigInteger address = BigInteger.ZERO;
        for (String group : groups) {
            if (!group.matches("[0-9a-fA-F]{1,4}")) {
                return Optional.empty();
            }
            address = address.shiftLeft(16).or(BigInteger.valueOf(Integer.parseInt(group, 16)));
        }
        return groups.length == count ? Optional.of(address) : Optional.empty();
    }
}
