/** Finds workloads that take who the user is from a header, and who can send it past the gateway. Start from {@link dev.bartizan.network.headers.TrustedHeaders}. */
@NullMarked
package dev.bartizan.network.headers;

import org.jspecify.annotations.NullMarked;
