package dev.bartizan.exchange.model;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The words of a format for degrees, each a value between 0 and 100: what is between two of them becomes the nearest, and is then told as changed. */
public final class Scale {
    private final Map<String, Integer> values;

    private Scale(Map<String, Integer> values) {
        this.values = values;
    }

    /** Words at equal distances, the least first: of five, 0, 25, 50, 75 and 100. */
    public static Scale even(String... words) {
        var values = new LinkedHashMap<String, Integer>();
        for (int i = 0; i < words.length; i++) {
            values.put(words[i], i * 100 / (words.length - 1));
        }
        return new Scale(values);
    }

    /** The number of a word, if it is one of the scale. */
    public Optional<String> number(String word) {
        return Optional.ofNullable(values.get(word)).map(Object::toString);
    }

    /** The word nearest to a number, the lower of two; none for what is no number. */
    public Optional<String> word(String number) {
        double value;
        try {
            value = Double.parseDouble(number);
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
        return values.entrySet().stream()
                .min(Comparator.comparingDouble(entry -> Math.abs(entry.getValue() - value)))
                .map(Map.Entry::getKey);
    }
}
