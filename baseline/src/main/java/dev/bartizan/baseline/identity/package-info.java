/**
 * Gives what a check finds an identity that survives everything but a change of the thing itself. Start from
 * {@link dev.bartizan.baseline.identity.Fingerprint}.
 */
@NullMarked
package dev.bartizan.baseline.identity;

import org.jspecify.annotations.NullMarked;
