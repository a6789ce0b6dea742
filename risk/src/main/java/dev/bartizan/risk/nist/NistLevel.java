package dev.bartizan.risk.nist;

import java.util.Locale;

/** The qualitative values of NIST SP 800-30 Rev. 1, each with its semi-quantitative band 0 to 100 and its value 0 to 10 (tables G-2, H-3, I-3 and others share them). */
public enum NistLevel {
    VERY_LOW(0, 4, 0),
    LOW(5, 20, 2),
    MODERATE(21, 79, 5),
    HIGH(80, 95, 8),
    VERY_HIGH(96, 100, 10);

    private final int lowest;
    private final int highest;
    private final int value;

    NistLevel(int lowest, int highest, int value) {
        this.lowest = lowest;
        this.highest = highest;
        this.value = value;
    }

    /** Lowest number of the band 0 to 100. */
    public int lowest() {
        return lowest;
    }

    /** Highest number of the band 0 to 100. */
    public int highest() {
        return highest;
    }

    /** On the scale 0 to 10. */
    public int value() {
        return value;
    }

    /** As files write it: {@code very-low}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The level whose band holds a number from 0 to 100. */
    public static NistLevel of(int number) {
        for (NistLevel level : values()) {
            if (number >= level.lowest && number <= level.highest) {
                return level;
            }
        }
        throw new IllegalArgumentException("a semi-quantitative value is 0 to 100, not " + number);
    }
}
