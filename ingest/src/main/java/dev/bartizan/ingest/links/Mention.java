package dev.bartizan.ingest.links;

import dev.bartizan.ingest.draft.AssetDraft;
import dev.bartizan.ingest.objects.Address;
import dev.bartizan.source.Location;
import java.util.Optional;

/**
 * An address that a setting names.
 *
 * @param name of the setting, normalised
 * @param file of configuration that says it, if it is no setting of the workload's own
 * @param mayBeOutside whether it may lead out of the cluster: what a text says in passing only counts when it leads to something that is there
 */
record Mention(String name, Address address, Optional<AssetDraft> file, boolean mayBeOutside, Location evidence) {}
