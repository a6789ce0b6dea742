/**
 * Threats, attack paths and incidents as other tools show them; nothing is read back.
 * Start from {@link dev.bartizan.exchange.view.NavigatorLayer} or {@link dev.bartizan.exchange.view.StixBundle}.
 */
@NullMarked
package dev.bartizan.exchange.view;

import org.jspecify.annotations.NullMarked;
