/**
 * Writes the report for the browser: one file that fetches nothing, in which text from the input stays text. Start from {@link
 * dev.bartizan.report.html.HtmlReport}.
 */
@NullMarked
package dev.bartizan.report.html;

import org.jspecify.annotations.NullMarked;
