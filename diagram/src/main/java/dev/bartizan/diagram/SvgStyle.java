package dev.bartizan.diagram;

/** The colours and shapes of a picture. Severity shows as colour and letter, the layer as a glyph: no meaning rests on colour alone. */
final class SvgStyle {
    private static final String LIGHT = """
            svg{--paper:#f6f5f2;--surface:#fff;--ink:#1b1d22;--muted:#5b5f69;--line:#d5d2ca;--wire:#8d929c;
            --control:#e9eef6;--data:#eaf2ec;--management:#f4efe4;--outside:#f6f5f2;--unknown:#efeeeb;
            --critical:#a50f3d;--high:#c24a00;--medium:#8f6400;--low:#2f6aa8;--info:#6b7079;--on:#fff;--good:#1c6b45}
            """;

    private static final String DARK = """
            svg{--paper:#14161a;--surface:#1d2026;--ink:#e9e8e4;--muted:#a5a9b2;--line:#363b44;--wire:#767c88;
            --control:#1a2230;--data:#18251e;--management:#272218;--outside:#14161a;--unknown:#1e1f23;
            --critical:#ff7d9c;--high:#ff9a57;--medium:#e6b84a;--low:#7ab8f2;--info:#a0a6b0;--on:#14161a;--good:#6cc797}
            """;

    private static final String RULES = """
            text{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;fill:var(--ink)}
            .paper{fill:var(--paper)}
            .lane{stroke:var(--line)} .control{fill:var(--control)} .data{fill:var(--data)}
            .management{fill:var(--management)} .outside{fill:var(--outside);stroke-dasharray:4 4} .unknown{fill:var(--unknown)}
            .lane-title{font-size:12px;font-weight:600;letter-spacing:.06em;text-anchor:middle;fill:var(--muted)}
            .zone{fill:var(--surface);fill-opacity:.72;stroke:var(--line)} .zone-name{font-size:12.5px;font-weight:600}
            .node{fill:var(--surface);stroke:var(--line)} .name{font-size:11.5px;font-weight:500}
            .note{font-size:10.5px;fill:var(--muted)} .zone-far{font-size:23px;font-weight:600} .note-far{font-size:15px;fill:var(--muted)}
            .edge,.bundle{fill:none;stroke:var(--wire)} .edge{stroke-width:1.1} .bundle{stroke-width:1.4;opacity:.75}
            .glyph{fill:none;stroke:var(--muted);stroke-width:1.2;stroke-linejoin:round} #arrow path{fill:var(--wire)}
            .letter{font-size:11px;font-weight:700;text-anchor:middle;fill:var(--on)}
            .fill-critical{fill:var(--critical)} .fill-high{fill:var(--high)} .fill-medium{fill:var(--medium)}
            .fill-low{fill:var(--low)} .fill-info{fill:var(--info)}
            .fill-undecided{fill:none;stroke:var(--muted);stroke-dasharray:2 2} .on-undecided{fill:var(--muted)}
            """;

    static final String DEFINITIONS = """
            <defs>
            <marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 1 7 4 0 7z"/></marker>
            <path id="data" d="M1 3.5C1 2 4 1 7 1s6 1 6 2.5-3 2.5-6 2.5-6-1-6-2.5v7C1 12 4 13 7 13s6-1 6-2.5v-7"/>
            <path id="model" d="M7 .8 12.5 4v6L7 13.2 1.5 10V4z"/>
            <path id="pipeline" d="M1.5 2 6 7l-4.5 5M7.5 2 12 7l-4.5 5"/>
            <path id="infrastructure" d="M1 1.5h12v4.5H1zM1 8h12v4.5H1zM3.5 3.75h1M3.5 10.25h1"/>
            <path id="unknown" d="M1.5 1.5h11v11h-11z" stroke-dasharray="2 2"/>
            </defs>
            """;

    private SvgStyle() {}

    static String of(Svg.Theme theme) {
        return switch (theme) {
            case LIGHT -> LIGHT + RULES;
            case DARK -> DARK + RULES;
            case AUTO -> LIGHT + "@media (prefers-color-scheme:dark){" + DARK + "}\n" + RULES;
        };
    }
}
