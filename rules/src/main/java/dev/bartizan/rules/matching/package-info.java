/** Matching patterns against texts that come again and again. Start from {@link dev.bartizan.rules.matching.RecentMatches}. */
@NullMarked
package dev.bartizan.rules.matching;

import org.jspecify.annotations.NullMarked;
