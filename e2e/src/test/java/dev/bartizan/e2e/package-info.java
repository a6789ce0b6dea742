/**
 * Tests of what {@code ./bartizan} writes, read in a browser: the report as its reader meets it. Start from {@link
 * dev.bartizan.e2e.ReportPage}.
 */
@NullMarked
package dev.bartizan.e2e;

import org.jspecify.annotations.NullMarked;
