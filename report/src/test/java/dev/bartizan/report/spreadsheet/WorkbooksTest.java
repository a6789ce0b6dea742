package dev.bartizan.report.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.report.safeguards.MatrixTable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;

/** Read again by a reader that others wrote. */
class WorkbooksTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    private static byte[] workbook() {
        return Workbooks.of(
                List.of(
                        new Workbooks.Sheet(
                                "A & B",
                                new MatrixTable(
                                        List.of("number", "title", "due", "state"),
                                        List.of(
                                                List.of(
                                                        "1",
                                                        "=HYPERLINK(\"x\") <b>\u0001 ü😀",
                                                        "2026-12-06",
                                                        "1".repeat(32)),
                                                List.of("12.5", "", "", "ab")))),
                        new Workbooks.Sheet("empty", new MatrixTable(List.of("nothing"), List.of()))),
                DAY);
    }

    private static Cell cell(List<Row> rows, int row, int column) {
        return rows.get(row).getCell(column);
    }

    @Test
    void numbersAndDaysAreSuchAndTextIsNeverAFormula() throws IOException {
        try (var read = new ReadableWorkbook(new ByteArrayInputStream(workbook()))) {
            assertThat(read.getSheets().map(sheet -> sheet.getName())).containsExactly("A & B", "empty");
            List<Row> rows = read.getFirstSheet().read();
            assertThat(rows).hasSize(3);
            assertThat(cell(rows, 0, 2).asString()).isEqualTo("due");
            assertThat(cell(rows, 1, 0).asNumber()).isEqualByComparingTo(BigDecimal.ONE);
            assertThat(cell(rows, 2, 0).asNumber()).isEqualByComparingTo("12.5");
            assertThat(cell(rows, 1, 1).getType()).isEqualTo(CellType.STRING);
            assertThat(cell(rows, 1, 1).asString()).isEqualTo("=HYPERLINK(\"x\") <b>  ü😀");
            assertThat(cell(rows, 1, 2).asDate().toLocalDate()).isEqualTo("2026-12-06");
            assertThat(cell(rows, 1, 3).asString()).isEqualTo("1".repeat(32));
            assertThat(rows.get(2).getOptionalCell(1)).isEmpty();
        }
    }

    @Test
    void theSameTablesGiveTheSameBytes() {
        assertThat(workbook()).isEqualTo(workbook());
    }
}
