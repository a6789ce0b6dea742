/** What conditions of checks can speak about. Start from {@link dev.bartizan.knowledge.scopes.CheckScopes}. */
@NullMarked
package dev.bartizan.knowledge.scopes;

import org.jspecify.annotations.NullMarked;
