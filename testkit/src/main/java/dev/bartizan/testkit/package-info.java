/**
 * Generators, mutators, fakes and the golden-file asserter that the tests of every module share.
 * Start from {@link dev.bartizan.testkit.Repository}, which finds the files that tests read.
 */
@NullMarked
package dev.bartizan.testkit;

import org.jspecify.annotations.NullMarked;
