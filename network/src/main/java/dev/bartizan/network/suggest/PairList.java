package dev.bartizan.network.suggest;

import dev.bartizan.network.model.PortSet;
import java.util.HashMap;
import java.util.List;

/** Every pair with what came out, for a spreadsheet or a script. */
final class PairList {
    private PairList() {}

    /** Most texts stand in many pairs: each is written once. */
    static String csv(List<Pair> pairs) {
        var cells = new HashMap<String, String>();
        var ports = new HashMap<PortSet, String>();
        var csv = new StringBuilder("from,to,ports,result,why\n");
        for (Pair pair : pairs) {
            csv.append(cells.computeIfAbsent(pair.from(), PairList::cell)).append(',');
            csv.append(cells.computeIfAbsent(pair.to(), PairList::cell)).append(',');
            csv.append(ports.computeIfAbsent(pair.ports(), each -> cell(each.toString())))
                    .append(',');
            csv.append(cells.computeIfAbsent(pair.status().said(), PairList::cell))
                    .append(',');
            csv.append(cells.computeIfAbsent(pair.why(), PairList::cell)).append('\n');
        }
        return csv.toString();
    }

    /** A text that begins like a formula is none to a spreadsheet when a quote stands before it. */
    private static String cell(String text) {
        String line = YamlText.oneLine(text);
        String safe = !line.isEmpty() && "=+-@".indexOf(line.charAt(0)) >= 0 ? "'" + line : line;
        return safe.indexOf(',') < 0 && safe.indexOf('"') < 0 ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
