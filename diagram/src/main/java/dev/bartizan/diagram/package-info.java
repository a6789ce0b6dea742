/**
 * Lays out the map of a platform and draws it as SVG: planes as lanes, trust zones as boxes, links between zones bundled. Start from {@link
 * dev.bartizan.diagram.PlatformMap}.
 */
@NullMarked
package dev.bartizan.diagram;

import org.jspecify.annotations.NullMarked;
