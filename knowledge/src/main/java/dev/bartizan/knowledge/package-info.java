/**
 * Knowledge as data: vocabulary, component signatures and checks, read strictly from YAML.
 * Start from {@link dev.bartizan.knowledge.Vocabulary} for the words and {@link dev.bartizan.knowledge.Signatures} for the components.
 */
@NullMarked
package dev.bartizan.knowledge;

import org.jspecify.annotations.NullMarked;
