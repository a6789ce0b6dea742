package dev.bartizan.risk.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Currency;
import org.junit.jupiter.api.Test;

class MoneyTest {
    private static final Currency EURO = Currency.getInstance("EUR");

    @Test
    void amountsOfOneCurrencyAddUp() {
        assertThat(new Money(2, EURO).plus(new Money(3.5, EURO))).hasToString("EUR 5.50");
    }

    @Test
    void currenciesAreNotMixedAndLossesNotNegative() {
        var dollar = new Money(1, Currency.getInstance("USD"));

        assertThatThrownBy(() -> dollar.plus(new Money(1, EURO))).hasMessageContaining("one currency");
        assertThatThrownBy(() -> dollar.compareTo(new Money(1, EURO))).hasMessageContaining("one currency");
        assertThatThrownBy(() -> new Money(-1, EURO)).hasMessageContaining("0 or more");
        assertThatThrownBy(() -> new Money(Double.NaN, EURO)).hasMessageContaining("0 or more");
    }
}
