package dev.bartizan.threats.paths;

import java.util.Arrays;

/** A list of numbers that grows. */
final class Numbers {
    private int[] numbers = new int[2];
    private int size;

    void add(int number) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * size);
        }
        numbers[size++] = number;
    }

    int get(int place) {
        return numbers[place];
    }

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }
}
