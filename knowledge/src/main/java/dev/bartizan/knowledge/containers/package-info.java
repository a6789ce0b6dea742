/** What a container tells of itself: its image and the programs it starts. Start from {@link dev.bartizan.knowledge.containers.ImageIndex}. */
@NullMarked
package dev.bartizan.knowledge.containers;

import org.jspecify.annotations.NullMarked;
