/**
 * Words of manifests inside of other languages. Start from {@link dev.bartizan.network.forms.Quoting}.
 */
@NullMarked
package dev.bartizan.network.forms;

import org.jspecify.annotations.NullMarked;
