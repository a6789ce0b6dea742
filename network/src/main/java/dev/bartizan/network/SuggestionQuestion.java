package dev.bartizan.network;

import dev.bartizan.network.model.AddressRange;
import dev.bartizan.network.suggest.KnownAddresses;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What policies are to be made of, and what is known besides.
 *
 * @param apiServer addresses or blocks of the API server, as pods see them after translation
 * @param nodes addresses or blocks of the machines of the cluster
 */
public record SuggestionQuestion(CniProfile profile, List<String> apiServer, List<String> nodes) {
    public SuggestionQuestion {
        apiServer = List.copyOf(apiServer);
        nodes = List.copyOf(nodes);
    }

    /** With nothing known besides. */
    public static SuggestionQuestion of(CniProfile profile) {
        return new SuggestionQuestion(profile, List.of(), List.of());
    }

    /** What is given as an address and is none. */
    public List<String> notAddresses() {
        return Stream.concat(apiServer.stream(), nodes.stream())
                .filter(text -> range(text).isEmpty())
                .toList();
    }

    KnownAddresses known() {
        return new KnownAddresses(ranges(apiServer), ranges(nodes));
    }

    private static List<AddressRange> ranges(List<String> texts) {
        return texts.stream()
                .map(SuggestionQuestion::range)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<AddressRange> range(String text) {
        String single = text.indexOf(':') < 0 ? "/32" : "/128";
        return AddressRange.ofCidr(text.indexOf('/') < 0 ? text + single : text);
    }
}
