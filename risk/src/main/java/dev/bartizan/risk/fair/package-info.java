/** Factor Analysis of Information Risk: from what attackers do and how well one resists to events a year and loss. Start from {@link dev.bartizan.risk.fair.FairTree}. */
@NullMarked
package dev.bartizan.risk.fair;

import org.jspecify.annotations.NullMarked;
