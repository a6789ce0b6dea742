package dev.bartizan.ingest.links;

import dev.bartizan.source.Location;

/**
 * An address that a setting names.
 *
 * @param name of the setting, normalised
 * @param mayBeOutside whether it may lead out of the cluster: what a text says in passing only counts when it leads to something that is there
 */
record Mention(String name, Address address, boolean mayBeOutside, Location evidence) {}
