/**
 * Models of the Microsoft Threat Modeling Tool, read only.
 * Start from {@code MicrosoftModel}.
 */
@NullMarked
package dev.bartizan.exchange.tm7;

import org.jspecify.annotations.NullMarked;
