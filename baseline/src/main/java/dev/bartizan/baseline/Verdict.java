package dev.bartizan.baseline;

/** What a check answers for one asset; of several answers the worse counts. */
public enum Verdict {
    NOT_APPLICABLE,
    PASS,
    UNDECIDED,
    FAIL;

    Verdict worse(Verdict other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
