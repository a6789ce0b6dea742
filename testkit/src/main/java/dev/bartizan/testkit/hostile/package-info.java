/**
 * The text of input that is broken or means harm.
 * Start from {@link dev.bartizan.testkit.hostile.HostileText}.
 */
@NullMarked
package dev.bartizan.testkit.hostile;

import org.jspecify.annotations.NullMarked;
