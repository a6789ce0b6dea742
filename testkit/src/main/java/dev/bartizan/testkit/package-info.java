/** Generators, mutators, fakes and the golden-file asserter that the tests of every module share. */
@NullMarked
package dev.bartizan.testkit;

import org.jspecify.annotations.NullMarked;
