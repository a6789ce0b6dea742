/** Rates risks as OWASP's methodology does. Start from {@link dev.bartizan.risk.owasp.OwaspRating}. */
@NullMarked
package dev.bartizan.risk.owasp;

import org.jspecify.annotations.NullMarked;
