/** Measures what readiness asks for, and scores it. Start from {@link dev.bartizan.risk.readiness.Answering}. */
@NullMarked
package dev.bartizan.risk.readiness;

import org.jspecify.annotations.NullMarked;
