/** Walks JSON whose layout is known. Start from {@link dev.bartizan.snapshot.json.JsonCursor}. */
@NullMarked
package dev.bartizan.snapshot.json;

import org.jspecify.annotations.NullMarked;
