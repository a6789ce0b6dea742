/**
 * A platform while it is being read, when assets have no index yet. Start from {@link dev.bartizan.ingest.draft.PlatformDraft}.
 */
@NullMarked
package dev.bartizan.ingest.draft;

import org.jspecify.annotations.NullMarked;
