/**
 * Bounded, seeded damage to text and bytes, on the levels of bytes, lines, tokens and structure.
 * Start from {@link dev.bartizan.testkit.mutation.Damage}.
 */
@NullMarked
package dev.bartizan.testkit.mutation;

import org.jspecify.annotations.NullMarked;
