package dev.bartizan.source.secrets;

import dev.bartizan.source.secrets.SecretNames.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Secrets among the words of a command, as arguments of a container or within a script. */
public final class CommandSecrets {
    /**
     * A word that is a secret.
     *
     * @param word its index
     * @param from where in the word it begins
     */
    public record Operand(int word, int from) {}

    /** Programs whose short options take a password; the long ones give themselves away by their names. */
    private enum Program {
        MYSQL("mysql mysqldump mysqladmin mysqlsh mariadb mariadb-dump mariadb-admin", "", "-p", ""),
        REDIS("redis-cli valkey-cli keydb-cli", "-a", "", ""),
        SSHPASS("sshpass", "-p", "-p", ""),
        CURL("curl", "", "", "-u --user -U --proxy-user"),
        MONGO("mongo mongosh mongodump mongorestore mongoimport mongoexport", "-p", "", ""),
        LDAP("ldapsearch ldapadd ldapmodify ldapwhoami ldapdelete", "-w", "-w", ""),
        RABBIT("rabbitmqadmin", "-p", "", ""),
        LOGIN("docker podman nerdctl helm oras crane skopeo az regctl", "-p", "", ""),
        KUBECTL("kubectl oc", "", "", ""),
        HTPASSWD("htpasswd", "", "", ""),
        MINIO("mc", "", "", ""),
        OPENSSL("openssl", "", "", "-passin -passout -pass");

        private final String names;
        /** The option whose next word is the password. */
        private final String spaced;
        /** The option to which the password is attached. */
        private final String attached;
        /** Options whose next word ends in a colon and the password. */
        private final String afterColon;

        Program(String names, String spaced, String attached, String afterColon) {
            this.names = names;
            this.spaced = spaced;
            this.attached = attached;
            this.afterColon = afterColon;
        }
    }

    private static final Map<String, Program> PROGRAMS = programs();

    private static final String FIRST_LETTERS = PROGRAMS.keySet().stream()
            .map(name -> name.substring(0, 1))
            .distinct()
            .collect(Collectors.joining());

    /** No program has a longer name. */
    private static final int LONGEST_NAME = 16;

    private CommandSecrets() {}

    private static Map<String, Program> programs() {
        var programs = new TreeMap<String, Program>();
        for (Program program : Program.values()) {
            for (String name : program.names.split(" ")) {
                programs.put(name, program);
            }
        }
        return Collections.unmodifiableMap(programs);
    }

    static boolean mayBegin(char first) {
        return FIRST_LETTERS.indexOf(first) >= 0;
    }

    /** Whether the name of a known program and a blank stand here. */
    static boolean begins(String text, int at) {
        int end = Ascii.nameEnd(text, at, LONGEST_NAME);
        return end > at + 1
                && end < text.length()
                && text.charAt(end) == ' '
                && PROGRAMS.containsKey(text.substring(at, end));
    }

    /** Secrets among the words of a command and its arguments, by the names of options and by the program. */
    public static List<Operand> of(List<String> words) {
        var operands = new ArrayList<Operand>();
        for (int i = 0; i + 1 < words.size(); i++) {
            String word = words.get(i);
            boolean option =
                    word.length() > 2 && word.charAt(0) == '-' && word.indexOf('=') < 0 && word.indexOf(' ') < 0;
            Verdict verdict = option ? SecretNames.of(word) : Verdict.NONE;
            String next = words.get(i + 1);
            if (verdict != Verdict.NONE && !next.startsWith("-") && SecretValues.isLiteral(verdict, next)) {
                operands.add(new Operand(i + 1, 0));
            }
        }
        operands.addAll(ofProgram(words));
        return operands;
    }

    /** Secrets among the words of a command whose first word is the program. */
    static List<Operand> ofProgram(List<String> words) {
        if (words.isEmpty()) {
            return List.of();
        }
        String first = words.getFirst();
        String name = first.substring(first.lastIndexOf('/') + 1);
        Program program = PROGRAMS.get(name);
        return program == null ? List.of() : operands(program, words);
    }

    private static List<Operand> operands(Program program, List<String> words) {
        return switch (program) {
            case HTPASSWD ->
                words.stream().anyMatch(word -> word.startsWith("-") && word.contains("b"))
                        ? literal(words, words.size() - 1, 0)
                        : List.of();
            case MINIO -> minio(words);
            case KUBECTL -> fromLiterals(words);
            case LOGIN -> words.contains("login") ? byOptions(program, words) : List.of();
            case MYSQL, REDIS, SSHPASS, CURL, MONGO, LDAP, RABBIT, OPENSSL -> byOptions(program, words);
        };
    }

    private static List<Operand> byOptions(Program program, List<String> words) {
        var operands = new ArrayList<Operand>();
        for (int i = 1; i < words.size(); i++) {
            String word = words.get(i);
            boolean more = i + 1 < words.size();
            if (more && word.equals(program.spaced)) {
                operands.addAll(literal(words, i + 1, 0));
            } else if (more && isAfterColon(program, word) && words.get(i + 1).indexOf(':') >= 0) {
                operands.addAll(literal(words, i + 1, words.get(i + 1).indexOf(':') + 1));
            } else if (!program.attached.isEmpty()
                    && word.startsWith(program.attached)
                    && word.length() > program.attached.length()) {
                operands.addAll(literal(words, i, program.attached.length()));
            }
        }
        return operands;
    }

    private static boolean isAfterColon(Program program, String word) {
        return word.startsWith("-") && List.of(program.afterColon.split(" ")).contains(word);
    }

    /** {@code mc alias set NAME URL ACCESS SECRET}, {@code mc config host add NAME URL ACCESS SECRET}. */
    private static List<Operand> minio(List<String> words) {
        var operands = new ArrayList<Operand>();
        boolean adds = words.contains("alias") || words.contains("host");
        for (int i = 1; adds && i + 2 < words.size(); i++) {
            if (words.get(i).contains("://") || words.get(i).startsWith("$")) {
                operands.addAll(literal(words, i + 1, 0));
                operands.addAll(literal(words, i + 2, 0));
                break;
            }
        }
        return operands;
    }

    /** {@code kubectl create secret generic NAME --from-literal=KEY=VALUE}. */
    private static List<Operand> fromLiterals(List<String> words) {
        var operands = new ArrayList<Operand>();
        for (int i = 1; words.contains("secret") && i < words.size(); i++) {
            boolean joined = words.get(i).startsWith("--from-literal=");
            boolean spaced = words.get(i - 1).equals("--from-literal");
            int equals = joined ? words.get(i).indexOf('=', 15) : words.get(i).indexOf('=');
            if ((joined || spaced) && equals >= 0) {
                operands.addAll(literal(words, i, equals + 1));
            }
        }
        return operands;
    }

    private static List<Operand> literal(List<String> words, int word, int from) {
        String value = words.get(word).substring(from);
        return SecretValues.isLiteral(Verdict.PASSWORD, value) ? List.of(new Operand(word, from)) : List.of();
    }
}
