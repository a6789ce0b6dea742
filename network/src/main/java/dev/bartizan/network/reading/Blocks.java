package dev.bartizan.network.reading;

import dev.bartizan.network.model.AddressRange;
import dev.bartizan.network.model.PeerMatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Blocks of addresses. What cannot be read matches nobody, and is said. */
public final class Blocks {
    private final Complaints complaints;

    public Blocks(Complaints complaints) {
        this.complaints = complaints;
    }

    /** One that stands alone. */
    public Optional<PeerMatch> of(Written cidr) {
        return range(cidr).map(range -> new PeerMatch.Addresses(range, List.of()));
    }

    /** One with exceptions, which must lie within. */
    public Optional<PeerMatch> of(Written cidr, Written exceptions) {
        Optional<AddressRange> block = range(cidr);
        if (block.isEmpty()) {
            return Optional.empty();
        }
        var except = new ArrayList<AddressRange>();
        for (int i = 0; i < exceptions.items(); i++) {
            Written item = exceptions.item(i);
            AddressRange.ofCidr(item.text())
                    .filter(block.get()::contains)
                    .ifPresentOrElse(
                            except::add, () -> invalid(item, "this exception is not within the block; it is left out"));
        }
        return Optional.of(new PeerMatch.Addresses(block.get(), except));
    }

    private Optional<AddressRange> range(Written cidr) {
        Optional<AddressRange> range = AddressRange.ofCidr(cidr.text());
        if (range.isEmpty()) {
            invalid(cidr, "this is none; it is taken to match nobody");
        }
        return range;
    }

    private void invalid(Written place, String what) {
        complaints.add(
                "address-block-invalid",
                "Of a block of addresses: " + what + ".",
                "write it as 10.0.0.0/8, exceptions within",
                place);
    }
}
