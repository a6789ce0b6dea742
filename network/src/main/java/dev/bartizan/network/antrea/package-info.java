/**
 * Policies of Antrea. Start from {@link dev.bartizan.network.antrea.AntreaReader}.
 */
@NullMarked
package dev.bartizan.network.antrea;

import org.jspecify.annotations.NullMarked;
