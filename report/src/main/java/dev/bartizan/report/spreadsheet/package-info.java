/** Tables as a workbook that spreadsheets open. Start from {@link dev.bartizan.report.spreadsheet.Workbooks}. */
@NullMarked
package dev.bartizan.report.spreadsheet;

import org.jspecify.annotations.NullMarked;
