package dev.bartizan.report.sarif;

import dev.bartizan.snapshot.JsonOutput;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Plain text as SARIF 2.1.0 (3.11) takes it. Parts of it come from manifests: a value may neither act as a placeholder nor become a link on
 * the page of a forge.
 */
final class Message {
    private static final int LONGEST = 4_000;
    private static final String ENDS = ".!?:…";

    private Message() {}

    /** The text of the sentences, each ended by a full stop; empty ones are left out. */
    static String of(List<String> sentences) {
        return sentences.stream()
                .map(String::strip)
                .filter(sentence -> !sentence.isEmpty())
                .map(sentence -> ENDS.indexOf(sentence.charAt(sentence.length() - 1)) >= 0 ? sentence : sentence + ".")
                .collect(Collectors.joining(" "));
    }

    static void write(JsonOutput json, String name, String text) {
        json.object(name).text("text", escaped(text)).end();
    }

    /** Braces are doubled (3.11.5); what reads as a link, here or in Markdown, is taken apart (3.11.6). */
    static String escaped(String text) {
        return shortened(text).replace("{", "{{").replace("}", "}}").replace("](", "] (");
    }

    private static String shortened(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return text.substring(0, end) + "…";
    }
}
