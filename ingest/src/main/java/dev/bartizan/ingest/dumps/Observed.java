package dev.bartizan.ingest.dumps;

import dev.bartizan.ingest.objects.Identified;
import dev.bartizan.source.Mapping;

/**
 * Labels that pods of a workload carry beside those of its template: its controller added them, and services may pick pods by them.
 */
public record Observed(Identified workload, Mapping labels) {}
