/** Which threats are real on a platform, and why. Start from {@link dev.bartizan.threats.ThreatAnalysis}. */
@NullMarked
package dev.bartizan.threats;

import org.jspecify.annotations.NullMarked;
