/** Writes what became of intents. Start from {@link dev.bartizan.report.intents.IntentForm}. */
@NullMarked
package dev.bartizan.report.intents;

import org.jspecify.annotations.NullMarked;
