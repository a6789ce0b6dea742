/**
 * What controllers will make of the resources of the input: objects that no manifest shows and that take part in the platform all the same. Start
 * from {@link dev.bartizan.ingest.created.CreatedObjects}.
 */
@NullMarked
package dev.bartizan.ingest.created;

import org.jspecify.annotations.NullMarked;
