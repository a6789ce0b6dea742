package dev.bartizan.source;

/** What the API server reads a scalar as (YAML 1.1 resolution of plain scalars, then JSON). */
public enum ScalarType {
    STRING,
    NULL,
    BOOLEAN,
    INTEGER,
    FLOAT
}
