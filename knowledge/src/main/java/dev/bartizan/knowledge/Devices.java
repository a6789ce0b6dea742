package dev.bartizan.knowledge;

import dev.bartizan.knowledge.files.KnowledgeFile;
import dev.bartizan.source.Required;
import dev.bartizan.source.StrictReader;
import java.util.List;

/** Which devices that pods ask for are accelerators, and which open a fabric. */
public final class Devices {
    private final File file;

    /** {@code devices.yaml} as it is written. */
    record File(
            @Required Accelerators accelerators,
            @Required Fabrics fabrics,
            @Required List<String> sources) {}

    record Accelerators(
            @Required List<String> resources,
            @Required List<String> labels,
            @Required List<String> taints) {}

    record Fabrics(
            @Required List<String> resources, @Required List<String> paths) {}

    private Devices(File file) {
        this.file = file;
    }

    /**
     * The packaged ones.
     *
     * @throws UnreadableKnowledgeException if they are wrong
     */
    public static Devices load() {
        StrictReader.Result<File> file = KnowledgeFile.packaged("devices.yaml").read(File.class);
        if (!file.faults().isEmpty()) {
            throw new UnreadableKnowledgeException(file.faults());
        }
        return new Devices(file.value().orElseThrow());
    }

    /** Whether an extended resource or a device class stands for an accelerator. */
    public boolean isAccelerator(String device) {
        return covers(file.accelerators().resources(), device) && !isFabric(device);
    }

    /** Whether an extended resource or a device class opens a fabric. */
    public boolean isFabric(String device) {
        return covers(file.fabrics().resources(), device);
    }

    /** Whether a file of the node opens a fabric, or a folder of such files. */
    public boolean isFabricPath(String path) {
        return file.fabrics().paths().stream().anyMatch(known -> path.equals(known) || path.startsWith(known + "/"));
    }

    /** Whether a label of nodes tells pools of accelerators apart. */
    public boolean tellsPool(String label) {
        return covers(file.accelerators().labels(), label);
    }

    /** Whether a taint keeps others off the nodes of a pool. */
    public boolean guardsPool(String taint) {
        return covers(file.accelerators().taints(), taint);
    }

    private static boolean covers(List<String> patterns, String text) {
        for (String pattern : patterns) {
            if (covers(pattern, text)) {
                return true;
            }
        }
        return false;
    }

    private static boolean covers(String pattern, String text) {
        boolean isOpen = pattern.startsWith("*");
        String known = pattern.substring(isOpen ? 1 : 0, pattern.length() - (pattern.endsWith("*") ? 1 : 0));
        if (pattern.endsWith("*")) {
            return isOpen ? text.contains(known) : text.startsWith(known);
        }
        return isOpen ? text.endsWith(known) : text.equals(known);
    }
}
