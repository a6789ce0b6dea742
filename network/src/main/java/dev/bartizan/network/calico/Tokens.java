package dev.bartizan.network.calico;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a selector, in order. */
final class Tokens {
    private static final int MOST_CHARACTERS = 100_000;
    private static final Pattern TOKEN = Pattern.compile("\\s*(?:"
            + "(?<text>\"[^\"]*\"|'[^']*')"
            + "|(?<call>(?:all|global)\\s*\\(\\s*\\)|has\\s*\\(\\s*[A-Za-z0-9_./-]+\\s*\\))"
            + "|(?<sign>==|!=|&&|\\|\\||[!(){},])"
            + "|(?<word>[A-Za-z0-9_./-]+))");

    private final List<Token> tokens;
    private int next;

    /** What a word of a selector is. */
    enum Kind {
        TEXT,
        CALL,
        SIGN,
        WORD,
        END
    }

    record Token(Kind kind, String text) {
        boolean is(String other) {
            return kind != Kind.TEXT && text.equals(other);
        }
    }

    private Tokens(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** Empty when something is written that is no word of the language. */
    static Optional<Tokens> of(String selector) {
        String text = selector.strip();
        if (text.length() > MOST_CHARACTERS) {
            return Optional.empty();
        }
        var tokens = new ArrayList<Token>();
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.regionStart() < text.length()) {
            if (!matcher.lookingAt()) {
                return Optional.empty();
            }
            tokens.add(token(matcher));
            matcher.region(matcher.end(), text.length());
        }
        return Optional.of(new Tokens(tokens));
    }

    private static Token token(Matcher matcher) {
        Optional<String> text = Optional.ofNullable(matcher.group("text"));
        Optional<String> call = Optional.ofNullable(matcher.group("call"));
        Optional<String> sign = Optional.ofNullable(matcher.group("sign"));
        return text.map(quoted -> new Token(Kind.TEXT, quoted.substring(1, quoted.length() - 1)))
                .or(() -> call.map(name -> new Token(Kind.CALL, name.replaceAll("\\s", ""))))
                .or(() -> sign.map(name -> new Token(Kind.SIGN, name)))
                .orElseGet(() -> new Token(Kind.WORD, matcher.group("word")));
    }

    Token peek() {
        return next < tokens.size() ? tokens.get(next) : new Token(Kind.END, "");
    }

    Token take() {
        Token token = peek();
        next++;
        return token;
    }

    /** Takes the next word if it is this one. */
    boolean take(String text) {
        boolean isIt = peek().is(text);
        next += isIt ? 1 : 0;
        return isIt;
    }
}
