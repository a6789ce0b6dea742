/**
 * Documents for people who sign them: as a page and as PDF. Start from {@link dev.bartizan.report.document.NetworkDesign}.
 */
@NullMarked
package dev.bartizan.report.document;

import org.jspecify.annotations.NullMarked;
