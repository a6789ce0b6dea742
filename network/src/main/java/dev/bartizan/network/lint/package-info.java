/** Finds what is written in policies and does not do what its author thinks. Start from {@link dev.bartizan.network.lint.PolicyLint}. */
@NullMarked
package dev.bartizan.network.lint;

import org.jspecify.annotations.NullMarked;
