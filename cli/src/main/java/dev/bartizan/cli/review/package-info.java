/** The commands about documents that people sign: writing them and reviewing them. Start from {@link dev.bartizan.cli.review.ReviewCommand}. */
@NullMarked
package dev.bartizan.cli.review;

import org.jspecify.annotations.NullMarked;
