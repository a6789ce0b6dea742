package dev.bartizan.testkit.bench;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * One run of one process.
 *
 * @param wallSeconds from its start to its end, as the caller sees it
 * @param userSeconds of processor time outside the kernel, over all threads; absent where the system has no GNU time
 * @param residentKilobytes at most resident in memory; absent where the system has no GNU time
 */
record Measurement(double wallSeconds, OptionalDouble userSeconds, OptionalLong residentKilobytes, int exitCode) {}
