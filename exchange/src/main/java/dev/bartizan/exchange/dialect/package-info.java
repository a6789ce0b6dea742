/**
 * What every format of others is made of: how a file of it is known, what it may hold, and how it is read and written.
 * Start from {@code Dialect}.
 */
@NullMarked
package dev.bartizan.exchange.dialect;

import org.jspecify.annotations.NullMarked;
