package dev.bartizan.report.spreadsheet;

import dev.bartizan.report.safeguards.MatrixTable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Tables as XLSX (ECMA-376, Office Open XML), a sheet each. A column of numbers or days is one for the spreadsheet too; everything else is text and never a formula, whatever it begins with.
 * The same tables of the same day give the same bytes, which is why it is written by hand: the libraries for it put the time of day into the file.
 */
public final class Workbooks {
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String SHEET_TYPE =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";
    private static final LocalDateTime FIXED = LocalDateTime.of(1980, 1, 1, 0, 0);

    /** Cell formats by their places: plain, heading, wrapped text, day. */
    private static final String STYLES = HEAD + "<styleSheet xmlns=\"" + MAIN + "\">"
            + "<numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/></numFmts>"
            + "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>"
            + "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
            + "<fills count=\"3\"><fill><patternFill patternType=\"none\"/></fill>"
            + "<fill><patternFill patternType=\"gray125\"/></fill>"
            + "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFDCE6F2\"/></patternFill></fill></fills>"
            + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
            + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
            + "<cellXfs count=\"4\">"
            + "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyAlignment=\"1\"><alignment vertical=\"top\"/></xf>"
            + "<xf numFmtId=\"0\" fontId=\"1\" fillId=\"2\" borderId=\"0\" xfId=\"0\" applyFont=\"1\" applyFill=\"1\"/>"
            + "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyAlignment=\"1\"><alignment vertical=\"top\" wrapText=\"1\"/></xf>"
            + "<xf numFmtId=\"164\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyAlignment=\"1\"><alignment vertical=\"top\"/></xf>"
            + "</cellXfs></styleSheet>";

    /** A sheet of a workbook: a name of at most 31 characters, and its table. */
    public record Sheet(String name, MatrixTable table) {}

    private Workbooks() {}

    /** @param day on which it says that it was made */
    public static byte[] of(List<Sheet> sheets, LocalDate day) {
        var parts = new TreeMap<String, String>();
        parts.put("[Content_Types].xml", contentTypes(sheets.size()));
        parts.put(
                "_rels/.rels",
                relations(List.of(
                        RELATIONS + "/officeDocument xl/workbook.xml",
                        PACKAGE + "relationships/metadata/core-properties docProps/core.xml")));
        parts.put("docProps/core.xml", properties(day));
        parts.put("xl/styles.xml", STYLES);
        parts.put("xl/workbook.xml", workbook(sheets));
        var targets = new ArrayList<String>();
        for (int i = 1; i <= sheets.size(); i++) {
            targets.add(RELATIONS + "/worksheet worksheets/sheet" + i + ".xml");
            parts.put(
                    "xl/worksheets/sheet" + i + ".xml",
                    HEAD + SheetText.of(sheets.get(i - 1).table(), MAIN));
        }
        targets.add(RELATIONS + "/styles styles.xml");
        parts.put("xl/_rels/workbook.xml.rels", relations(targets));
        return zipped(parts);
    }

    private static String contentTypes(int sheets) {
        var text = new StringBuilder(
                HEAD + "<Types xmlns=\"" + PACKAGE + "content-types\">"
                        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>");
        override(text, "/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
        override(text, "/xl/styles.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml");
        override(
                text, "/xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml");
        for (int i = 1; i <= sheets; i++) {
            override(text, "/xl/worksheets/sheet" + i + ".xml", SHEET_TYPE);
        }
        return text.append("</Types>").toString();
    }

    private static void override(StringBuilder text, String part, String type) {
        text.append("<Override PartName=\"")
                .append(part)
                .append("\" ContentType=\"")
                .append(type)
                .append("\"/>");
    }

    /** @param targets each a type and a part with a space between */
    private static String relations(List<String> targets) {
        var text = new StringBuilder(HEAD + "<Relationships xmlns=\"" + PACKAGE + "relationships\">");
        for (int i = 0; i < targets.size(); i++) {
            int space = targets.get(i).indexOf(' ');
            text.append("<Relationship Id=\"rId")
                    .append(i + 1)
                    .append("\" Type=\"")
                    .append(targets.get(i), 0, space)
                    .append("\" Target=\"")
                    .append(targets.get(i).substring(space + 1))
                    .append("\"/>");
        }
        return text.append("</Relationships>").toString();
    }

    private static String properties(LocalDate day) {
        return HEAD + "<cp:coreProperties xmlns:cp=\"" + PACKAGE + "metadata/core-properties\""
                + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\""
                + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:creator>Bartizan</dc:creator>"
                + "<dcterms:created xsi:type=\"dcterms:W3CDTF\">" + day
                + "T00:00:00Z</dcterms:created></cp:coreProperties>";
    }

    private static String workbook(List<Sheet> sheets) {
        var text = new StringBuilder(HEAD + "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + RELATIONS + "\"><sheets>");
        for (int i = 1; i <= sheets.size(); i++) {
            text.append("<sheet name=\"")
                    .append(SheetText.escaped(sheets.get(i - 1).name()))
                    .append("\" sheetId=\"" + i + "\" r:id=\"rId" + i + "\"/>");
        }
        return text.append("</sheets></workbook>").toString();
    }

    private static byte[] zipped(SortedMap<String, String> parts) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                var entry = new ZipEntry(part.getKey());
                entry.setTimeLocal(FIXED);
                zip.putNextEntry(entry);
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return out.toByteArray();
    }
}
