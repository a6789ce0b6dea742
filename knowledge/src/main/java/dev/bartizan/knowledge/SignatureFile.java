package dev.bartizan.knowledge;

import dev.bartizan.source.Required;
import java.util.List;

/** A file of {@code signatures/} as it is written. */
record SignatureFile(@Required List<Signature> signatures) {}
