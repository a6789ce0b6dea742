/**
 * Who may change who can connect to whom: by pods of their own making, by labels, by policies. Start from {@link dev.bartizan.network.rbac.Powers}.
 */
@NullMarked
package dev.bartizan.network.rbac;

import org.jspecify.annotations.NullMarked;
