package dev.bartizan.source.text;

import java.util.Locale;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Says in our words what snakeyaml-engine complains of. Its own messages quote the line, and a broken Secret must not be printed by the error that
 * says it is broken: only its fixed phrases are recognised, and nothing of its text is passed on.
 */
public final class YamlFaults {
    /** For what the library does not explain. */
    public static final Fault UNKNOWN = new Fault(-1, "This document is not YAML.", "check it with a YAML linter");

    private YamlFaults() {}

    /**
     * The index is in code points from the start of the text that was parsed. What is missing at the end of the text is said of where it was opened, or
     * else of the last character.
     */
    public static Fault of(YamlEngineException exception, String text) {
        return switch (exception) {
            case MarkedYamlEngineException marked -> of(marked, text);
            case ReaderException reader ->
                new Fault(
                        reader.getPosition(),
                        "A control character (" + String.format(Locale.ROOT, "U+%04X", reader.getCodePoint())
                                + ") that YAML does not allow.",
                        "remove it, or write it as an escape in double quotes");
            default -> UNKNOWN;
        };
    }

    private static Fault of(MarkedYamlEngineException exception, String text) {
        int problem = exception.getProblemMark().map(Mark::getIndex).orElse(-1);
        int context = exception.getContextMark().map(Mark::getIndex).orElse(problem);
        int last = Math.max(0, text.codePointCount(0, text.stripTrailing().length()) - 1);
        int index = problem <= last ? problem : Math.min(context, last);
        String phrase = exception.getProblem() + " " + exception.getContext();
        for (Phrase known : Phrase.values()) {
            if (phrase.contains(known.fragment)) {
                return new Fault(index, known.message, known.remedy);
            }
        }
        return new Fault(index, "YAML syntax error.", "check the indentation, quotes and brackets around this place");
    }

    /** In the order they are tried: the more specific first. */
    private enum Phrase {
        TAB("(TAB)", "A tab where YAML wants spaces.", "indent with spaces"),
        MAPPING_VALUE(
                "mapping values are not allowed here",
                "A ':' where no key can stand.",
                "check the indentation, or quote a value that holds ': '"),
        NO_COLON(
                "could not find expected ':'",
                "A key without its ':'.",
                "add the ':', or check the quotes and the indentation above"),
        BLOCK_END(
                "expected <block end>",
                "The indentation does not fit the lines above.",
                "align keys of one mapping and items of one list"),
        SEQUENCE_ENTRY(
                "sequence entries are not allowed here",
                "A '-' where no list item can stand.",
                "check the indentation"),
        FLOW_SEQUENCE("expected ',' or ']'", "A list in brackets is not closed, or lacks a ','.", "close it with ']'"),
        FLOW_MAPPING(
                "expected ',' or '}'",
                "A mapping in braces is not closed, or lacks a ','.",
                "close it with '}'; if this is a template, render it first"),
        QUOTE_END("found unexpected end of stream", "A quote that is never closed.", "close it"),
        QUOTE_SEPARATOR(
                "found unexpected document separator",
                "A quote that is still open at the end of the document.",
                "close it"),
        ESCAPE(
                "found unknown escape character",
                "An escape in double quotes that YAML does not know.",
                "double the backslash, or use single quotes"),
        START(
                "that cannot start any token",
                "A character that cannot begin a value.",
                "quote the value; if this is a template, render it first"),
        DOCUMENT_START(
                "expected '<document start>'",
                "Content where only a new document can begin.",
                "check the indentation, or begin a document with ---"),
        DIRECTIVE("directive", "A directive (%...) is written wrongly.", "remove the line"),
        BLOCK_SCALAR(
                "block scalar",
                "The head of a block (| or >) is written wrongly, or its lines are not indented alike.",
                "indent the block with spaces"),
        TAG("tag", "A tag (!...) is written wrongly.", "quote the value if the '!' belongs to it"),
        ANCHOR("anchor", "An anchor or alias is written wrongly.", "names of anchors are letters, digits, - and _"),
        NODE("expected the node content", "A value is missing.", "write the value, or remove the key");

        private final String fragment;
        private final String message;
        private final String remedy;

        Phrase(String fragment, String message, String remedy) {
            this.fragment = fragment;
            this.message = message;
            this.remedy = remedy;
        }
    }
}
