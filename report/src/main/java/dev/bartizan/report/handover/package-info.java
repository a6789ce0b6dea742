/** The backlog as the trackers of others import it. Start from {@link dev.bartizan.report.handover.GithubIssues}. */
@NullMarked
package dev.bartizan.report.handover;

import org.jspecify.annotations.NullMarked;
