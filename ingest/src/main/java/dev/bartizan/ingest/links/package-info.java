/**
 * Who reads, writes, calls and loads what, as variables, arguments, configuration files and fields of resources say. Start from
 * {@link dev.bartizan.ingest.links.ConfiguredLinks}.
 */
@NullMarked
package dev.bartizan.ingest.links;

import org.jspecify.annotations.NullMarked;
