/** Conditions over located trees: three-valued, bounded, checked when they are loaded. */
@NullMarked
package dev.bartizan.rules;

import org.jspecify.annotations.NullMarked;
