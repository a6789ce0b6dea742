/**
 * Finds the files that an argument stands for, in the same order on every machine. Start from {@link dev.bartizan.source.files.FileWalk}.
 */
@NullMarked
package dev.bartizan.source.files;

import org.jspecify.annotations.NullMarked;
