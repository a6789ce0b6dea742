package dev.bartizan.source.secrets;

import dev.bartizan.source.secrets.SecretNames.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * Finds the secrets within one text, in one pass. Each character may begin or join something that one rule knows; every look back or ahead of a rule is
 * bounded or skips what it saw, so the cost grows with the length of the text only.
 */
final class SecretScanner {
    /** Longer names are not names. */
    static final int LONGEST_NAME = 64;

    /** What a character can be the beginning or the middle of. */
    private enum Role {
        NONE,
        WORD,
        ASSIGNMENT,
        HYPHEN,
        AT,
        ANGLE
    }

    private static final Role[] ROLES = roles();

    private final String text;
    private final Findings found = new Findings();

    private SecretScanner(String text) {
        this.text = text;
    }

    private static Role[] roles() {
        var roles = new Role[128];
        for (char unit = 0; unit < 128; unit++) {
            boolean word =
                    TokenPatterns.mayBegin(unit) || CommandSecrets.mayBegin(unit) || SpokenSecrets.mayBegin(unit);
            roles[unit] = switch (unit) {
                case ':', '=' -> Role.ASSIGNMENT;
                case '-' -> Role.HYPHEN;
                case '@' -> Role.AT;
                case '<' -> Role.ANGLE;
                default -> word ? Role.WORD : Role.NONE;
            };
        }
        return roles;
    }

    /** In order and without overlaps. */
    static List<Match> scan(String text) {
        var scanner = new SecretScanner(text);
        scanner.run();
        return scanner.found.matches();
    }

    private void run() {
        int at = 0;
        while (at < text.length()) {
            char unit = text.charAt(at);
            int next = unit < 128 ? look(ROLES[unit], at) : Findings.NOTHING;
            at = Math.max(at + 1, next);
        }
    }

    private int look(Role role, int at) {
        return switch (role) {
            case NONE -> Findings.NOTHING;
            case WORD -> at == 0 || !Ascii.isWord(text.charAt(at - 1)) ? word(at) : Findings.NOTHING;
            case ASSIGNMENT ->
                text.startsWith("://", at)
                        ? UrlSecrets.userinfo(text, at + 3, found)
                        : Assignments.look(text, at, found);
            case HYPHEN -> hyphen(at);
            case AT -> UrlSecrets.dataSource(text, at, found);
            case ANGLE -> element(at);
        };
    }

    private int word(int at) {
        char first = text.charAt(at);
        Optional<Match> token = TokenPatterns.mayBegin(first) ? TokenPatterns.find(text, at) : Optional.empty();
        if (token.isPresent()) {
            return found.add(at, token.get().end(), token.get().kind());
        }
        if (CommandSecrets.mayBegin(first)) {
            command(at);
        }
        return SpokenSecrets.mayBegin(first) ? SpokenSecrets.look(text, at, found) : Findings.NOTHING;
    }

    /** The operands of a program on a command line. The scan goes on within the line, which may hold others. */
    private void command(int at) {
        if (!CommandSecrets.begins(text, at)) {
            return;
        }
        var line = CommandLine.of(text, at);
        for (CommandSecrets.Operand operand : CommandSecrets.ofProgram(line.words())) {
            found.add(line.start(operand.word()) + operand.from(), line.end(operand.word()), SecretKind.PASSWORD);
        }
    }

    /** {@code --token x}, and the head of a private key. */
    private int hyphen(int at) {
        if (text.startsWith(PrivateKeys.HEAD, at)) {
            return PrivateKeys.look(text, at, found);
        }
        if (at > 0 && (Ascii.isWord(text.charAt(at - 1)) || text.charAt(at - 1) == '-')) {
            return Findings.NOTHING;
        }
        int start = at;
        while (start < text.length() && text.charAt(start) == '-') {
            start++;
        }
        int end = Ascii.nameEnd(text, start, LONGEST_NAME);
        boolean spaced = end > start && end < text.length() && Ascii.isBlank(text.charAt(end));
        Verdict verdict = spaced ? SecretNames.of(text.subSequence(start, end)) : Verdict.NONE;
        int value = Ascii.skipBlanks(text, end);
        boolean follows = value < text.length() && text.charAt(value) != '-';
        return verdict != Verdict.NONE && follows
                ? Assignments.value(text, value, verdict, false, found)
                : Findings.NOTHING;
    }

    /** {@code <password>x</password>}, and {@code <name>x.secret.key</name> <value>x</value>} of Hadoop. */
    private int element(int at) {
        int start = at + 1;
        int end = Ascii.nameEnd(text, start, LONGEST_NAME);
        int close = end > start && text.startsWith(">", end) ? text.indexOf('<', end) : -1;
        if (close < 0) {
            return Findings.NOTHING;
        }
        Verdict verdict =
                text.startsWith("value>", start) ? propertyName(at) : SecretNames.of(text.subSequence(start, end));
        return SecretValues.isLiteral(verdict, text.substring(end + 1, close))
                ? found.add(end + 1, close, verdict.kind())
                : Findings.NOTHING;
    }

    private Verdict propertyName(int valueStart) {
        int at = valueStart;
        while (at > 0 && valueStart - at < LONGEST_NAME && Character.isWhitespace(text.charAt(at - 1))) {
            at--;
        }
        int end = at - "</name>".length();
        return end > 0 && text.startsWith("</name>", end)
                ? SecretNames.of(text.subSequence(Ascii.nameStart(text, end, LONGEST_NAME), end))
                : Verdict.NONE;
    }
}
