/** What loops of conditions came to, for those that are gone through again and again. Start from {@link dev.bartizan.rules.loops.KnownLoops}. */
@NullMarked
package dev.bartizan.rules.loops;

import org.jspecify.annotations.NullMarked;
