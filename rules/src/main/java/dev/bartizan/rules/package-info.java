/**
 * Conditions over located trees: declarative, three-valued, bounded, checked when they are loaded. Start from
 * {@link dev.bartizan.rules.ConditionReader}.
 */
@NullMarked
package dev.bartizan.rules;

import org.jspecify.annotations.NullMarked;
