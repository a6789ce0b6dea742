/**
 * Recognises secrets in single texts, in one pass and without backtracking. Start from {@link dev.bartizan.source.secrets.SecretDetector}.
 */
@NullMarked
package dev.bartizan.source.secrets;

import org.jspecify.annotations.NullMarked;
