package dev.bartizan.network.engine;

import dev.bartizan.network.model.AddressRange;

/**
 * Addresses outside that rules of one direction do not tell apart.
 *
 * @param party one of theirs
 */
public record AddressRun(AddressRange range, int party) {}
