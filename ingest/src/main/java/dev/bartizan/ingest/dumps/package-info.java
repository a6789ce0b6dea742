/**
 * Dumps of live clusters: what controllers made is told from what people declared, so that each thing is assessed once, where it is declared. Start from
 * {@link dev.bartizan.ingest.dumps.Folding}.
 */
@NullMarked
package dev.bartizan.ingest.dumps;

import org.jspecify.annotations.NullMarked;
