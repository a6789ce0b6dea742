package dev.bartizan.knowledge.containers;

import dev.bartizan.source.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.StringTokenizer;

/**
 * The programs and Python modules that a container starts, as far as its command and arguments show it: the first word of the command, what a shell
 * is told to run, and what follows {@code -m}. Words in other places are arguments and name nothing.
 */
public final class StartedPrograms {
    /** A start script may be long; what matters stands at its beginning. */
    private static final int LONGEST_SCRIPT = 4_000;

    private static final int MOST_PROGRAMS = 32;
    /** They start the next word. */
    private static final Set<String> LAUNCHERS = Set.of(
            "sh",
            "bash",
            "ash",
            "exec",
            "sudo",
            "env",
            "nohup",
            "time",
            "tini",
            "dumb-init",
            "python",
            "python3",
            "poetry",
            "uv",
            "run",
            "then",
            "do",
            "else",
            "--",
            "-u",
            "-c",
            "-lc",
            "-ec",
            "-m",
            "-xc",
            "-euxc",
            "-l",
            "-e",
            "-x",
            "-ex");

    private final List<String> programs = new ArrayList<>();
    private boolean starts = true;

    private StartedPrograms() {}

    public static List<String> of(Node container) {
        var found = new StartedPrograms();
        found.readAll(container.get("command"));
        found.readAll(container.get("args"));
        return found.programs;
    }

    private void readAll(Node words) {
        for (Node word : words.items()) {
            Optional<String> text = word.text();
            if (text.isPresent() && programs.size() < MOST_PROGRAMS) {
                read(text.get());
            }
        }
    }

    private void read(String text) {
        String script = text.length() > LONGEST_SCRIPT ? text.substring(0, LONGEST_SCRIPT) : text;
        var tokens = new StringTokenizer(script, " \t\n;&|()`'\"", true);
        while (tokens.hasMoreTokens() && programs.size() < MOST_PROGRAMS) {
            String token = tokens.nextToken();
            if (token.length() == 1 && "\n;&|(`".contains(token)) {
                starts = true;
            } else if (!token.isBlank() && !(token.length() == 1 && ")'\"".contains(token))) {
                word(token);
            }
        }
    }

    private void word(String word) {
        String program = word.substring(word.lastIndexOf('/') + 1);
        if (!starts) {
            starts = word.equals("-m") || word.equals("-c") || word.equals("-lc") || word.equals("exec");
        } else if (!LAUNCHERS.contains(program) && word.indexOf('=') < 0) {
            programs.add(program);
            starts = false;
        }
    }
}
