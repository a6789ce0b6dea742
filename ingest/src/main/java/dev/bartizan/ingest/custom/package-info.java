/**
 * The effective pods of AI resources: what a resource inherits from runtimes and templates, its operator's defaults and what it says itself, as one pod of which
 * each value keeps its own line. Start from {@link dev.bartizan.ingest.custom.CustomResources}.
 */
@NullMarked
package dev.bartizan.ingest.custom;

import org.jspecify.annotations.NullMarked;
