/**
 * Invents AI platforms: text of Kubernetes objects with believable components, sizes and shares of weaknesses.
 * Start from {@link dev.bartizan.testkit.platform.InventedPlatform}.
 */
@NullMarked
package dev.bartizan.testkit.platform;

import org.jspecify.annotations.NullMarked;
