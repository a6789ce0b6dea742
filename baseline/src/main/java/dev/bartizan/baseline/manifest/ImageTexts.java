package dev.bartizan.baseline.manifest;

import dev.bartizan.knowledge.ImageName;

/**
 * The parts of an image reference that checks ask for; empty where the reference has none.
 *
 * @param repository without the registry
 * @param isReadable false for a reference that something else fills in: {@code {{inputs.parameters.image}}}
 */
public record ImageTexts(String registry, String repository, String tag, String digest, boolean isReadable) {
    private static final String PUNCTUATION = "._-/:@";

    public static final ImageTexts NONE = new ImageTexts("", "", "", "", true);

    public static ImageTexts of(String reference) {
        if (reference.isEmpty()) {
            return NONE;
        }
        if (!reference.chars().allMatch(ImageTexts::mayStandInReference)) {
            return new ImageTexts("", "", "", "", false);
        }
        ImageName name = ImageName.parse(reference);
        String registry = name.registry().orElse("");
        boolean isWritten = name.repository().startsWith(registry + "/");
        int at = reference.indexOf('@');
        String named = at < 0 ? reference : reference.substring(0, at);
        int colon = named.indexOf(':', named.lastIndexOf('/') + 1);
        return new ImageTexts(
                registry,
                isWritten ? name.repository().substring(registry.length() + 1) : name.repository(),
                colon < 0 ? "" : named.substring(colon + 1),
                at < 0 ? "" : reference.substring(at + 1),
                true);
    }

    /** Registry and repository: what an image is called without its version. */
    public String name() {
        return registry.isEmpty() ? repository : registry + "/" + repository;
    }

    /** Whatever a reference cannot hold ({@code {{...}}}, {@code $IMAGE}, "filled by the operator") is a placeholder. */
    private static boolean mayStandInReference(int unit) {
        return unit < 0x80 && (Character.isLetterOrDigit(unit) || PUNCTUATION.indexOf(unit) >= 0);
    }
}
