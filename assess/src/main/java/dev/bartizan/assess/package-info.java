/** Composes the analyses into one snapshot and decides the gate. */
@NullMarked
package dev.bartizan.assess;

import org.jspecify.annotations.NullMarked;
