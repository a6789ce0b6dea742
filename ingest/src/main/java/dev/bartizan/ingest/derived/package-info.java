/**
 * Assets that no manifest declares but that pods cannot do without: accelerator pools, fabrics, tenants. Start from
 * {@link dev.bartizan.ingest.derived.DerivedAssets}.
 */
@NullMarked
package dev.bartizan.ingest.derived;

import org.jspecify.annotations.NullMarked;
