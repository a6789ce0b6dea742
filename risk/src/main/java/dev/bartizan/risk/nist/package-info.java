/** Assesses risks as NIST SP 800-30 does. Start from {@link dev.bartizan.risk.nist.NistAssessment}. */
@NullMarked
package dev.bartizan.risk.nist;

import org.jspecify.annotations.NullMarked;
