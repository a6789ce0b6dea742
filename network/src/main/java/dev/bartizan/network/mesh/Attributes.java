package dev.bartizan.network.mesh;

import dev.bartizan.network.model.AddressRange;
import dev.bartizan.network.model.PeerMatch;
import dev.bartizan.network.reading.Complaints;
import dev.bartizan.network.reading.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What a rule asks of the sender, attribute by attribute: of the wanted values any, of the unwanted none. */
final class Attributes {
    private final Complaints complaints;

    Attributes(Complaints complaints) {
        this.complaints = complaints;
    }

    /** The values that are wanted and those that are not; at most one of the lists may be absent. */
    record Asked(Written wanted, Written unwanted) {
        boolean isThere() {
            return wanted.items() + unwanted.items() > 0;
        }

        /** {@code is one of [a], is none of [b]}. */
        String inWords() {
            return wanted.items() == 0
                    ? "is none of " + Values.texts(unwanted)
                    : "is one of " + Values.texts(wanted)
                            + (unwanted.items() == 0 ? "" : " and none of " + Values.texts(unwanted));
        }
    }

    /** Senders whom a list of texts means. */
    Source senders(Asked asked, Function<List<String>, PeerMatch> meaning) {
        Source source = Source.ANYBODY;
        if (asked.wanted().items() > 0) {
            source = source.and(Source.of(meaning.apply(Values.texts(asked.wanted()))));
        }
        if (asked.unwanted().items() > 0) {
            source = source.and(Source.of(new PeerMatch.Not(meaning.apply(Values.texts(asked.unwanted())))));
        }
        return source;
    }

    /** Senders by the address that a connection comes from. */
    Source addresses(Asked asked) {
        Source source = Source.ANYBODY;
        if (asked.wanted().items() > 0) {
            source = source.and(Source.of(PeerMatch.anyOf(blocks(asked.wanted()))));
        }
        for (PeerMatch block : blocks(asked.unwanted())) {
            source = source.and(Source.of(new PeerMatch.Not(block)));
        }
        return source;
    }

    private List<PeerMatch> blocks(Written list) {
        var blocks = new ArrayList<PeerMatch>();
        for (Written item : Values.items(list)) {
            String text = item.text();
            String whole = text.indexOf('/') >= 0 ? text : text + (text.indexOf(':') < 0 ? "/32" : "/128");
            Optional<AddressRange> range = AddressRange.ofCidr(whole);
            range.ifPresent(known -> blocks.add(new PeerMatch.Addresses(known, List.of())));
            if (range.isEmpty()) {
                complaints.add(
                        "address-block-invalid",
                        "Of a block of addresses: this is none; it is taken to match nobody.",
                        "write it as 10.0.0.0/8 or as one address",
                        item);
            }
        }
        return blocks;
    }

    /** What nobody can see before the connection is there. */
    Source unknown(String what, Asked asked) {
        return asked.isThere() ? Source.ifTrue("that " + what + " " + asked.inWords()) : Source.ANYBODY;
    }

    /**
     * What a token must say. Whoever needs one to be let in may have none, and whoever is turned away without one may have it; whoever is let in or turned away
     * for the opposite chooses.
     */
    Source token(String what, Asked asked, boolean allows) {
        Source source = Source.ANYBODY;
        if (asked.wanted().items() > 0) {
            source = source.and(token(what + " is one of " + Values.texts(asked.wanted()), allows));
        }
        if (asked.unwanted().items() > 0) {
            source = source.and(token(what + " is none of " + Values.texts(asked.unwanted()), !allows));
        }
        return source;
    }

    private static Source token(String what, boolean mayBeOutOfReach) {
        return mayBeOutOfReach ? Source.ifToken("that " + what) : Source.when(what);
    }

    /** What the sender writes into a request. */
    Source header(String name, Asked asked) {
        return asked.isThere() ? Source.when("header " + name + " " + asked.inWords()) : Source.ANYBODY;
    }
}
