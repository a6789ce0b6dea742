/** Lays out the map of a platform and draws it as SVG. */
@NullMarked
package dev.bartizan.diagram;

import org.jspecify.annotations.NullMarked;
