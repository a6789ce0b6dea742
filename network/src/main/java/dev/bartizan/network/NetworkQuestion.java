package dev.bartizan.network;

import java.util.Optional;

/**
 * Who can reach whom?
 *
 * @param profile whose reading counts; empty: that of the network plugin that the input shows
 */
public record NetworkQuestion(Optional<CniProfile> profile) {}
