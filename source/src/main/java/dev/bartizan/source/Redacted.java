package dev.bartizan.source;

import java.util.Optional;

/** A scalar of which all or a part was a secret; its text holds a mask in the secret's place. */
public final class Redacted extends Scalar {
    private final Redaction redaction;

    Redacted(SourceFile file, String maskedText, int start, int end, Redaction redaction) {
        super(file, maskedText, start, end, Style.QUOTED);
        this.redaction = redaction;
    }

    @Override
    public Optional<Redaction> redaction() {
        return Optional.of(redaction);
    }

    /** The same with what is no secret of it. */
    Redacted with(String publicText) {
        return new Redacted(file(), publicText, start(), end(), redaction);
    }
}
