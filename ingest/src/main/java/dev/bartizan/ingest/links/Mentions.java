package dev.bartizan.ingest.links;

import dev.bartizan.ingest.draft.AssetDraft;
import dev.bartizan.ingest.objects.Address;
import dev.bartizan.ingest.objects.CsiBuckets;
import dev.bartizan.ingest.objects.Place;
import dev.bartizan.knowledge.SettingNames;
import dev.bartizan.source.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Collects what settings say that links are made of: addresses, and headers that tell who the user is. */
final class Mentions {
    /** No component talks to more; what names more is an attack on whoever reads the result. */
    private static final int MOST = 1_000;

    private static final int LONGEST_HEADER = 64;

    private final SettingNames names;
    private final Optional<AssetDraft> file;
    private final List<Mention> addresses = new ArrayList<>();
    private final NavigableMap<String, Location> headers = new TreeMap<>();
    private boolean isOffline;

    private Mentions(SettingNames names, Optional<AssetDraft> file) {
        this.names = names;
        this.file = file;
    }

    /** Of variables, arguments and fields: their words are what the component is told. */
    static Mentions ofSettings(SettingNames names) {
        return new Mentions(names, Optional.empty());
    }

    /** Of a file of configuration: only what stands alone under a name may lead out of the cluster. */
    static Mentions ofFile(SettingNames names, AssetDraft file) {
        return new Mentions(names, Optional.of(file));
    }

    List<Mention> addresses() {
        return addresses;
    }

    /** Names of request headers, and where they are told. */
    NavigableMap<String, Location> headers() {
        return headers;
    }

    /** Whether it is told to fetch no models. */
    boolean isOffline() {
        return isOffline;
    }

    void addAll(Mentions others) {
        for (Mention mention : others.addresses) {
            add(mention);
        }
        others.headers.forEach(headers::putIfAbsent);
        isOffline |= others.isOffline;
    }

    /** Takes over what another says under one key. */
    void addAll(Mentions others, String key) {
        String name = SettingNames.normalise(key);
        others.addresses.stream().filter(mention -> mention.name().equals(name)).forEach(this::add);
    }

    /**
     * Looks through a text.
     *
     * @param name of the variable, the argument before it, the key of the configuration
     * @param variables what may stand in it as {@code $(NAME)}
     */
    void read(String name, String text, Map<String, String> variables, Place place) {
        if (mayMatter(name, text)) {
            SettingScanner.scan(
                    name, OpenParts.expand(text, variables), (own, word, isWhole) -> word(own, word, isWhole, place));
        }
    }

    /** Nearly all settings are flags, numbers and levels. */
    private static boolean mayMatter(String name, String text) {
        if (text.length() < 2) {
            return text.equals("1");
        }
        return text.indexOf('/') >= 0
                || text.indexOf(':') >= 0
                || text.indexOf('.') >= 0
                || text.indexOf('=') >= 0
                || text.indexOf('-') >= 0
                || text.indexOf('\n') >= 0
                || name.length() > 3;
    }

    private void word(String written, String word, boolean isWhole, Place place) {
        boolean isAddress = word.indexOf('/') >= 0 || word.indexOf(':') >= 0 || word.indexOf('.') > 0;
        if ((!isAddress && !isWhole) || OpenParts.mayHold(word)) {
            return;
        }
        String name = SettingNames.normalise(written);
        if (isWhole && word.length() <= LONGEST_HEADER && names.isIdentityHeader(name, word)) {
            headers.putIfAbsent(word.toLowerCase(Locale.ROOT), place.location());
            return;
        }
        isOffline |= names.isOffline(name) && (word.equals("1") || word.equalsIgnoreCase("true"));
        if (isWhole && names.isModel(name) && !word.startsWith("/") && Address.isHubModel(word)) {
            add(new Mention(name, new Address.HubModel(), file, true, place.location()));
            return;
        }
        Address.parse(word)
                .filter(address -> counts(address, name, isWhole))
                .ifPresent(address ->
                        add(new Mention(name, address, file, mayBeOutside(name, isWhole), place.location())));
    }

    /** Notes the bucket that a storage driver mounts. */
    void volume(Place csi) {
        CsiBuckets.of(csi.node())
                .ifPresent(bucket -> add(new Mention(
                        "volume",
                        bucket,
                        file,
                        true,
                        csi.get("volumeAttributes").location())));
    }

    private boolean counts(Address address, String name, boolean isWhole) {
        return switch (address) {
            case Address.Endpoint endpoint ->
                !names.isNotCalled(name) && (endpoint.isExplicit() || (isWhole && names.isAddress(name)));
            case Address.FilePath _ ->
                isWhole && (names.isWritten(name) || names.isLoaded(name) || names.isModel(name));
            case Address.Bucket _, Address.HubModel _, Address.Claim _ -> true;
        };
    }

    private boolean mayBeOutside(String name, boolean isWhole) {
        return file.isEmpty() || (isWhole && names.isAddress(name));
    }

    private void add(Mention mention) {
        if (addresses.size() < MOST) {
            addresses.add(mention);
        }
    }

    /** Whether nothing was found. */
    boolean isEmpty() {
        return addresses.isEmpty() && headers.isEmpty() && !isOffline;
    }
}
