/** Bytes of JSON, written without objects in between. Start from {@link dev.bartizan.snapshot.utf8.Utf8Buffer}. */
@NullMarked
package dev.bartizan.snapshot.utf8;

import org.jspecify.annotations.NullMarked;
