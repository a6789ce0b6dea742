package dev.bartizan.network.suggest;

import java.util.List;
import java.util.stream.Collectors;

/** Every pair with what came out, for a spreadsheet or a script. */
final class PairList {
    private PairList() {}

    static String csv(List<Pair> pairs) {
        return pairs.stream()
                .map(pair -> String.join(
                                ",",
                                cell(pair.from()),
                                cell(pair.to()),
                                cell(pair.ports().toString()),
                                cell(pair.status().said()),
                                cell(pair.why()))
                        + "\n")
                .collect(Collectors.joining("", "from,to,ports,result,why\n", ""));
    }

    /** A text that begins like a formula is none to a spreadsheet when a quote stands before it. */
    private static String cell(String text) {
        String line = YamlText.oneLine(text);
        String safe = !line.isEmpty() && "=+-@".indexOf(line.charAt(0)) >= 0 ? "'" + line : line;
        return safe.indexOf(',') < 0 && safe.indexOf('"') < 0 ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
