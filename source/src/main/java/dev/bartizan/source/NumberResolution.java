package dev.bartizan.source;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/** The numbers among plain scalars, as goyaml.v2 reads them; see {@link ScalarResolution}. */
final class NumberResolution {
    /** Longer digits mean nothing to any field of Kubernetes, and parsing them costs quadratic time. */
    private static final int LONGEST = 400;

    private static final BigInteger UNSIGNED_64_LIMIT = BigInteger.ONE.shiftLeft(64);
    private static final BigInteger SIGNED_64_LEAST = BigInteger.valueOf(Long.MIN_VALUE);

    private NumberResolution() {}

    static ScalarType typeOf(String text) {
        if (text.length() > LONGEST) {
            return ScalarType.STRING;
        }
        char first = text.charAt(0);
        if (isNamedFloat(text)) {
            return ScalarType.FLOAT;
        }
        if (first == '.') {
            return isDecimal(text) && isFinite(text) ? ScalarType.FLOAT : ScalarType.STRING;
        }
        if (isPlainDigits(text)) {
            return ScalarType.INTEGER;
        }
        String digits = withoutUnderscores(text);
        Optional<BigInteger> whole = parseInteger(digits);
        if (whole.isPresent() && fitsIn64Bits(whole.get())) {
            return ScalarType.INTEGER;
        }
        if (isDecimal(digits)) {
            return isFinite(digits) ? ScalarType.FLOAT : ScalarType.STRING;
        }
        return whole.isPresent() ? ScalarType.INTEGER : ScalarType.STRING;
    }

    /** The value of a text of type integer. */
    static Optional<BigInteger> integer(String text) {
        return parseInteger(withoutUnderscores(text));
    }

    /** The value of a text of type float. */
    static Optional<Double> decimal(String text) {
        String digits = withoutUnderscores(text);
        return isDecimal(digits) ? Optional.of(Double.parseDouble(digits)) : Optional.empty();
    }

    static boolean differsInYaml12(String text) {
        ScalarType type = typeOf(text);
        if (type == ScalarType.STRING || isNamedFloat(text)) {
            return false;
        }
        if (text.indexOf('_') >= 0) {
            return true;
        }
        if (type == ScalarType.FLOAT) {
            return false;
        }
        boolean signed = text.charAt(0) == '-' || text.charAt(0) == '+';
        int start = signed ? 1 : 0;
        if (skipDigits(text, start) == text.length()) {
            boolean octal = text.charAt(start) == '0' && text.length() > start + 1;
            return octal && !new BigInteger(text.substring(start)).equals(new BigInteger(text.substring(start), 8));
        }
        // Of the prefixes YAML 1.2 knows 0o and 0x, in lower case and without a sign.
        return signed || !(text.startsWith("0o") || text.startsWith("0x"));
    }

    /** As Go's {@code FormatFloat(f, 'g', -1, 32)} writes it: the shortest digits that give the same 32-bit float, with an exponent from 1e+06 on. */
    static String floatKey(String text) {
        String digits = withoutUnderscores(text);
        if (isNamedFloat(digits)) {
            String lower = digits.startsWith("+") ? digits.substring(1) : digits;
            return lower.startsWith("-") ? "-.inf" : Character.toLowerCase(lower.charAt(1)) == 'i' ? ".inf" : ".nan";
        }
        float value = Float.parseFloat(digits);
        if (Float.isInfinite(value)) {
            return value > 0 ? ".inf" : "-.inf";
        }
        if (value == 0) {
            return digits.startsWith("-") ? "-0" : "0";
        }
        var shortest = new BigDecimal(Float.toString(value)).stripTrailingZeros();
        int exponent = shortest.precision() - shortest.scale() - 1;
        return exponent < -4 || exponent >= 6 ? withExponent(shortest, exponent) : shortest.toPlainString();
    }

    private static String withExponent(BigDecimal value, int exponent) {
        String digits = value.unscaledValue().abs().toString();
        String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
        String sign = value.signum() < 0 ? "-" : "";
        String magnitude = Math.abs(exponent) < 10 ? "0" + Math.abs(exponent) : Integer.toString(Math.abs(exponent));
        return sign + digits.charAt(0) + fraction + "e" + (exponent < 0 ? "-" : "+") + magnitude;
    }

    private static boolean isNamedFloat(String text) {
        return switch (text) {
            case ".nan", ".NaN", ".NAN", ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF", "-.inf", "-.Inf", "-.INF" ->
                true;
            default -> false;
        };
    }

    /** The common case, without an allocation: ports, replicas, user ids. */
    private static boolean isPlainDigits(String text) {
        if (text.isEmpty() || text.length() > 18 || (text.charAt(0) == '0' && text.length() > 1)) {
            return isOctalDigits(text);
        }
        for (int i = 0; i < text.length(); i++) {
            if (!isDigit(text.charAt(i), 10)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOctalDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isDigit(text.charAt(i), 8)) {
                return false;
            }
        }
        return !text.isEmpty() && text.length() <= 18;
    }

    /** Go's {@code ParseInt} with base 0: a sign, then the prefix 0b, 0o, 0x or 0 in either case, then digits. */
    private static Optional<BigInteger> parseInteger(String text) {
        boolean signed = !text.isEmpty() && (text.charAt(0) == '-' || text.charAt(0) == '+');
        int start = signed ? 1 : 0;
        int base = 10;
        if (text.length() > start + 1 && text.charAt(start) == '0') {
            base = switch (text.charAt(start + 1)) {
                case 'b', 'B' -> 2;
                case 'o', 'O' -> 8;
                case 'x', 'X' -> 16;
                default -> 0;
            };
            start += base == 0 ? 1 : 2;
            base = base == 0 ? 8 : base;
        }
        if (start == text.length()) {
            return Optional.empty();
        }
        for (int i = start; i < text.length(); i++) {
            if (!isDigit(text.charAt(i), base)) {
                return Optional.empty();
            }
        }
        var magnitude = new BigInteger(text.substring(start), base);
        return Optional.of(text.charAt(0) == '-' ? magnitude.negate() : magnitude);
    }

    private static boolean fitsIn64Bits(BigInteger value) {
        return value.compareTo(UNSIGNED_64_LIMIT) < 0 && value.compareTo(SIGNED_64_LEAST) >= 0;
    }

    /** The expression of goyaml.v2: {@code ^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$}. */
    private static boolean isDecimal(String text) {
        int at = 0;
        int end = text.length();
        if (at < end && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
            at++;
        }
        int whole = skipDigits(text, at);
        int mantissa = whole;
        if (whole < end && text.charAt(whole) == '.') {
            mantissa = skipDigits(text, whole + 1);
        }
        boolean hasDigits = whole > at || mantissa > whole + 1;
        if (!hasDigits) {
            return false;
        }
        if (mantissa == end) {
            return true;
        }
        if (text.charAt(mantissa) != 'e' && text.charAt(mantissa) != 'E') {
            return false;
        }
        int exponent = mantissa + 1;
        if (exponent < end && (text.charAt(exponent) == '-' || text.charAt(exponent) == '+')) {
            exponent++;
        }
        return exponent < end && skipDigits(text, exponent) == end;
    }

    private static boolean isFinite(String decimal) {
        return Double.isFinite(Double.parseDouble(decimal));
    }

    private static int skipDigits(String text, int from) {
        int at = from;
        while (at < text.length() && isDigit(text.charAt(at), 10)) {
            at++;
        }
        return at;
    }

    private static boolean isDigit(char unit, int base) {
        return unit < 128 && Character.digit(unit, base) >= 0;
    }

    private static String withoutUnderscores(String text) {
        return text.indexOf('_') < 0 ? text : text.replace("_", "");
    }
}
