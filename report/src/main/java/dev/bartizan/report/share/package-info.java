/** What other roles take over from an assessment. Start from {@link dev.bartizan.report.share.ShareDocument}. */
@NullMarked
package dev.bartizan.report.share;

import org.jspecify.annotations.NullMarked;
