package dev.bartizan.cli.console;

/** The version of this program. */
public final class Version {
    private Version() {}

    /** As the manifest of the jar has it; classes that were not packaged have none. */
    public static String text() {
        var version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "(not packaged)" : version;
    }
}
