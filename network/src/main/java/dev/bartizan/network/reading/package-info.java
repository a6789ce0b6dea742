/**
 * What the readers of all kinds of policies share: values with their places, selectors, ports, blocks of addresses, and what to say of those that cannot be
 * read. Start from {@link dev.bartizan.network.reading.PolicyReader}.
 */
@NullMarked
package dev.bartizan.network.reading;

import org.jspecify.annotations.NullMarked;
