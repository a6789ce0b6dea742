/**
 * Network policies in one form, whatever kind they were written as. Start from {@link dev.bartizan.network.model.Policy}.
 */
@NullMarked
package dev.bartizan.network.model;

import org.jspecify.annotations.NullMarked;
