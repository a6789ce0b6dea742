package dev.bartizan.knowledge;

import dev.bartizan.knowledge.files.KnowledgeFile;
import dev.bartizan.source.Default;
import dev.bartizan.source.Required;
import dev.bartizan.source.StrictReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** What the name of a setting says about its value: {@code settings.yaml}. Names come normalised, see {@link #normalise}. */
public final class SettingNames {
    private static final int LONGEST = 200;

    /** {@code settings.yaml} as it is written. */
    record File(
            @Required List<String> addressWords,
            @Required List<String> notCalledWords,
            @Required List<String> writeWords,
            @Required List<String> readWords,
            @Required List<String> loadWords,
            @Required List<String> weightNames,
            @Required List<String> modelNames,
            @Required List<String> modelFetchers,
            @Required List<String> offlineNames,
            @Required List<String> objectStoreEndpointNames,
            @Required List<String> identityHeaderNames,
            @Required List<String> identityHeaders,
            @Required SortedMap<String, String> kinds,
            @Required List<MadeService> madeServices,
            @Required List<String> topLevelDomains) {}

    /**
     * A service that a controller makes for a resource, under the resource's name and this suffix.
     *
     * @param group of the resource
     */
    public record MadeService(
            String group, String kind, @Default("") String suffix) {}

    private final Set<String> addressWords;
    private final Set<String> notCalledWords;
    private final Set<String> writeWords;
    private final Set<String> readWords;
    private final Set<String> loadWords;
    private final Set<String> weightNames;
    private final Set<String> modelNames;
    private final Set<String> modelFetchers;
    private final Set<String> offlineNames;
    private final Set<String> objectStoreEndpointNames;
    private final Set<String> identityHeaderNames;
    private final Set<String> identityHeaders;
    private final Set<String> topLevelDomains;
    private final SortedMap<String, String> kinds;
    private final List<MadeService> madeServices;

    private SettingNames(File file) {
        this.addressWords = new HashSet<>(file.addressWords());
        this.notCalledWords = new HashSet<>(file.notCalledWords());
        this.writeWords = new HashSet<>(file.writeWords());
        this.readWords = new HashSet<>(file.readWords());
        this.loadWords = new HashSet<>(file.loadWords());
        this.weightNames = new HashSet<>(file.weightNames());
        this.modelNames = new HashSet<>(file.modelNames());
        this.modelFetchers = new HashSet<>(file.modelFetchers());
        this.offlineNames = new HashSet<>(file.offlineNames());
        this.objectStoreEndpointNames = new HashSet<>(file.objectStoreEndpointNames());
        this.identityHeaderNames = new HashSet<>(file.identityHeaderNames());
        this.identityHeaders = new HashSet<>(file.identityHeaders());
        this.topLevelDomains = new HashSet<>(file.topLevelDomains());
        this.kinds = file.kinds();
        this.madeServices = List.copyOf(file.madeServices());
    }

    /**
     * Those of this release.
     *
     * @throws UnreadableKnowledgeException if the file is wrong
     */
    public static SettingNames load() {
        StrictReader.Result<File> file = KnowledgeFile.packaged("settings.yaml").read(File.class);
        if (!file.faults().isEmpty()) {
            throw new UnreadableKnowledgeException(file.faults());
        }
        return new SettingNames(file.value().orElseThrow());
    }

    /** In lower case with single hyphens between words: {@code storageUri}, {@code STORAGE_URI} and {@code --storage-uri} are {@code storage-uri}. */
    public static String normalise(String name) {
        var normal = new StringBuilder(name.length() + 4);
        int end = Math.min(name.length(), LONGEST);
        for (int i = 0; i < end; i++) {
            char unit = name.charAt(i);
            boolean isWordUnit = Character.isLetterOrDigit(unit) || unit == '$';
            boolean startsWord = Character.isUpperCase(unit) && i > 0 && Character.isLowerCase(name.charAt(i - 1));
            if ((!isWordUnit || startsWord) && !normal.isEmpty() && normal.charAt(normal.length() - 1) != '-') {
                normal.append('-');
            }
            if (isWordUnit) {
                normal.append(Character.toLowerCase(unit));
            }
        }
        int length = normal.length();
        return length > 0 && normal.charAt(length - 1) == '-' ? normal.substring(0, length - 1) : normal.toString();
    }

    /** Whether the value is an address, and one that the component itself talks to. */
    public boolean isAddress(String name) {
        return endsWithAny(name, addressWords) && !isNotCalled(name);
    }

    /** Whether the value is an address that only others use. */
    public boolean isNotCalled(String name) {
        return holdsAny(name, notCalledWords);
    }

    public boolean isWritten(String name) {
        return holdsAny(name, writeWords) && !holdsAny(name, readWords);
    }

    public boolean isLoaded(String name) {
        return holdsAny(name, loadWords);
    }

    /** Whether the value is where weights come from, whoever keeps them. */
    public boolean isWeights(String name) {
        return endsWithAny(name, weightNames);
    }

    public boolean isModel(String name) {
        return endsWithAny(name, modelNames);
    }

    /** Whether assets of this role fetch the models that they name. */
    public boolean fetchesModels(String role) {
        return modelFetchers.contains(role);
    }

    public boolean isOffline(String name) {
        return offlineNames.contains(name);
    }

    public boolean isObjectStoreEndpoint(String name) {
        return endsWithAny(name, objectStoreEndpointNames);
    }

    /** Whether the value names a header that says who the user is. */
    public boolean isIdentityHeader(String name, String value) {
        return endsWithAny(name, identityHeaderNames)
                || (name.endsWith("header") && identityHeaders.contains(normalise(value)));
    }

    /** What is done with an asset of this role, if it is anything but called. */
    public Optional<String> kind(String role) {
        return Optional.ofNullable(kinds.get(role));
    }

    /** All roles that are named. */
    List<String> roles() {
        var roles = new ArrayList<>(kinds.keySet());
        roles.addAll(modelFetchers);
        return roles;
    }

    public List<MadeService> madeServices() {
        return madeServices;
    }

    /** Whether the last label of a host name is that of a public one. */
    public boolean isTopLevelDomain(String label) {
        return (label.length() == 2 && isLetter(label.charAt(0)) && isLetter(label.charAt(1)))
                || topLevelDomains.contains(label);
    }

    private static boolean isLetter(char unit) {
        return unit >= 'a' && unit <= 'z';
    }

    private static boolean endsWithAny(String name, Set<String> words) {
        for (int start = 0; start >= 0; start = after(name, start)) {
            if (words.contains(name.substring(start))) {
                return true;
            }
        }
        return false;
    }

    /** Whether some of its words in a row are one of these. */
    private static boolean holdsAny(String name, Set<String> words) {
        for (int start = 0; start >= 0; start = after(name, start)) {
            int end = start;
            for (int length = 0; length < 3 && end >= 0; length++) {
                end = name.indexOf('-', end + 1);
                if (words.contains(end < 0 ? name.substring(start) : name.substring(start, end))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Where the next word begins; -1 when there is none. */
    private static int after(String name, int start) {
        int hyphen = name.indexOf('-', start);
        return hyphen < 0 ? -1 : hyphen + 1;
    }
}
