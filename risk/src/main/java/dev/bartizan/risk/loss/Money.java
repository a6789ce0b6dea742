package dev.bartizan.risk.loss;

import java.util.Currency;
import java.util.Locale;

/**
 * An amount that may be lost.
 *
 * @param amount finite, not negative
 */
public record Money(double amount, Currency currency) implements Comparable<Money> {
    public Money {
        if (!(amount >= 0 && Double.isFinite(amount))) {
            throw new IllegalArgumentException("an amount of money that may be lost is 0 or more");
        }
    }

    public Money plus(Money other) {
        requireSame(other);
        return new Money(amount + other.amount, currency);
    }

    @Override
    public int compareTo(Money other) {
        requireSame(other);
        return Double.compare(amount, other.amount);
    }

    private void requireSame(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("amounts are in " + currency + " and in " + other.currency
                    + ": state all in one currency, no rate of exchange is guessed");
        }
    }

    /** {@code EUR 1200000.00} */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s %.2f", currency.getCurrencyCode(), amount);
    }
}
