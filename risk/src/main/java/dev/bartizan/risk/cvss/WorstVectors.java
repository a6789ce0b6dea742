package dev.bartizan.risk.cvss;

import java.util.List;

/** The most severe combinations of metrics in each class of a dimension (FIRST, CVSS 4.0 Specification Document, tables 24 to 30), in the order in which they are tried. */
final class WorstVectors {
    private WorstVectors() {}

    static List<String> eq1(int level) {
        return switch (level) {
            case 0 -> List.of("AV:N/PR:N/UI:N");
            case 1 -> List.of("AV:A/PR:N/UI:N", "AV:N/PR:L/UI:N", "AV:N/PR:N/UI:P");
            default -> List.of("AV:P/PR:N/UI:N", "AV:A/PR:L/UI:P");
        };
    }

    static List<String> eq2(int level) {
        return level == 0 ? List.of("AC:L/AT:N") : List.of("AC:H/AT:N", "AC:L/AT:P");
    }

    static List<String> eq3And6(int eq3, int eq6) {
        return switch (10 * eq3 + eq6) {
            case 0 -> List.of("VC:H/VI:H/VA:H/CR:H/IR:H/AR:H");
            case 1 -> List.of("VC:H/VI:H/VA:L/CR:M/IR:M/AR:H", "VC:H/VI:H/VA:H/CR:M/IR:M/AR:M");
            case 10 -> List.of("VC:L/VI:H/VA:H/CR:H/IR:H/AR:H", "VC:H/VI:L/VA:H/CR:H/IR:H/AR:H");
            case 11 ->
                List.of(
                        "VC:L/VI:H/VA:L/CR:H/IR:M/AR:H",
                        "VC:L/VI:H/VA:H/CR:H/IR:M/AR:M",
                        "VC:H/VI:L/VA:H/CR:M/IR:H/AR:M",
                        "VC:H/VI:L/VA:L/CR:M/IR:H/AR:H",
                        "VC:L/VI:L/VA:H/CR:H/IR:H/AR:M");
            default -> List.of("VC:L/VI:L/VA:L/CR:H/IR:H/AR:H");
        };
    }

    static List<String> eq4(int level) {
        return switch (level) {
            case 0 -> List.of("SC:H/SI:S/SA:S");
            case 1 -> List.of("SC:H/SI:H/SA:H");
            default -> List.of("SC:L/SI:L/SA:L");
        };
    }

    static List<String> eq5(int level) {
        return switch (level) {
            case 0 -> List.of("E:A");
            case 1 -> List.of("E:P");
            default -> List.of("E:U");
        };
    }
}
