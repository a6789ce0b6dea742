package dev.bartizan.network.calico;

import dev.bartizan.network.reading.Complaints;
import dev.bartizan.network.reading.Written;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** The numbers by which tiers and policies are sorted. */
final class Orders {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}(?:\\.[0-9]{1,18})?(?:[eE][+-]?[0-9]{1,2})?");

    private Orders() {}

    /** Empty when none is written, or what is written is no number: then it is last. */
    static OptionalDouble of(Written order, Complaints complaints) {
        if (!order.isThere()) {
            return OptionalDouble.empty();
        }
        if (!NUMBER.matcher(order.text()).matches()) {
            complaints.add(
                    "order-invalid", "This order is no number; it is taken to be last.", "write a number", order);
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(Double.parseDouble(order.text()));
    }
}
