/** What controls take off the factors of a risk. Start from {@link dev.bartizan.risk.control.ControlEffect}. */
@NullMarked
package dev.bartizan.risk.control;

import org.jspecify.annotations.NullMarked;
