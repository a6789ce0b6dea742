/** The files of knowledge as they are read, and what becomes of reading them. Start from {@link dev.bartizan.knowledge.files.KnowledgeFile}. */
@NullMarked
package dev.bartizan.knowledge.files;

import org.jspecify.annotations.NullMarked;
