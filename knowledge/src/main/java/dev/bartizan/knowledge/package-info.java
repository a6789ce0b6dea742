/** Knowledge as data: vocabulary, component signatures and checks, read strictly from YAML. */
@NullMarked
package dev.bartizan.knowledge;

import org.jspecify.annotations.NullMarked;
