package dev.bartizan.source;

import dev.bartizan.source.text.Fault;
import dev.bartizan.source.text.JsonLexer;
import dev.bartizan.source.text.JsonLexer.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads JSON documents, one or several behind each other. An own reader because YAML is nearly but not quite a superset of JSON: tabs, escaped slashes
 * and escaped surrogate pairs differ.
 */
final class JsonDocuments {
    /** What may come next. */
    private enum Expected {
        VALUE("a value"),
        VALUE_OR_END("a value or ']'"),
        KEY("a key in double quotes"),
        KEY_OR_END("a key in double quotes or '}'"),
        COLON("':'"),
        COMMA_OR_END("',' or a closing bracket");

        private final String words;

        Expected(String words) {
            this.words = words;
        }
    }

    private final SourceFile file;
    private final TreeBuilder builder;
    private final JsonLexer lexer;
    private final List<Document> documents = new ArrayList<>();
    private Expected expected = Expected.VALUE;

    private JsonDocuments(SourceFile file, String text, int start, int end, TreeBuilder builder) {
        this.file = file;
        this.builder = builder;
        this.lexer = new JsonLexer(text, start, end);
    }

    /** Whether a text begins as a JSON collection does. */
    static boolean mayBegin(String text, int start, int end) {
        int at = start;
        while (at < end && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < end && (text.charAt(at) == '{' || text.charAt(at) == '[');
    }

    /** The documents; of a broken one the failure, and nothing of what follows it, since nothing marks the next one's begin. */
    static List<Document> read(SourceFile file, String text, int start, int end, TreeBuilder builder) {
        return new JsonDocuments(file, text, start, end, builder).read();
    }

    private List<Document> read() {
        int documentStart = lexer.tokenEnd();
        try {
            for (Token token = lexer.next(); token != Token.END; token = lexer.next()) {
                documentStart = lexer.tokenStart();
                builder.startDocument();
                readOne(token);
                documents.add(new Document(file, 0, documentStart, builder.endDocument(), false, Optional.empty()));
            }
        } catch (TreeBuilder.ReadFailure failure) {
            fail(failure.problem(), documentStart);
        } catch (JsonLexer.MalformedException malformed) {
            Fault fault = malformed.fault();
            fail(
                    Problem.error("json-syntax", fault.message(), fault.remedy(), file.location(fault.index(), "")),
                    documentStart);
        }
        return documents;
    }

    private void fail(Problem problem, int start) {
        documents.add(new Document(file, 0, start, Optional.empty(), false, Optional.of(problem)));
    }

    private void readOne(Token first) {
        expected = Expected.VALUE;
        take(first);
        while (builder.isOpen()) {
            take(lexer.next());
        }
    }

    private void take(Token token) {
        expected = switch (token) {
            case OPEN_MAPPING -> {
                requireValue();
                builder.startMapping(lexer.tokenStart(), null);
                yield Expected.KEY_OR_END;
            }
            case OPEN_LIST -> {
                requireValue();
                builder.startSequence(lexer.tokenStart(), null);
                yield Expected.VALUE_OR_END;
            }
            case CLOSE_MAPPING -> {
                require(expected == Expected.KEY_OR_END || (expected == Expected.COMMA_OR_END && builder.inMapping()));
                builder.end();
                yield Expected.COMMA_OR_END;
            }
            case CLOSE_LIST -> {
                require(expected == Expected.VALUE_OR_END
                        || (expected == Expected.COMMA_OR_END && !builder.inMapping()));
                builder.end();
                yield Expected.COMMA_OR_END;
            }
            case COLON -> {
                require(expected == Expected.COLON);
                yield Expected.VALUE;
            }
            case COMMA -> {
                require(expected == Expected.COMMA_OR_END);
                yield builder.inMapping() ? Expected.KEY : Expected.VALUE;
            }
            case STRING -> {
                boolean key = expected == Expected.KEY || expected == Expected.KEY_OR_END;
                require(key || isValue());
                builder.scalar(lexer.value(), lexer.tokenStart(), lexer.tokenEnd(), Scalar.Style.QUOTED, null);
                yield key ? Expected.COLON : Expected.COMMA_OR_END;
            }
            case LITERAL -> {
                requireValue();
                builder.scalar(lexer.value(), lexer.tokenStart(), lexer.tokenEnd(), Scalar.Style.PLAIN, null);
                yield Expected.COMMA_OR_END;
            }
            case END -> throw lexer.unexpected(expected.words);
        };
    }

    private boolean isValue() {
        return expected == Expected.VALUE || expected == Expected.VALUE_OR_END;
    }

    private void requireValue() {
        require(isValue());
    }

    private void require(boolean fits) {
        if (!fits) {
            throw lexer.unexpected(expected.words);
        }
    }
}
