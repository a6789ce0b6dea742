/**
 * The assessed platform as a threat model.
 * Start from {@code PlatformModel}.
 */
@NullMarked
package dev.bartizan.exchange.platform;

import org.jspecify.annotations.NullMarked;
