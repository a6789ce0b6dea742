package dev.bartizan.testkit.platform;

/** Writes the security context of a container: none for most, a careful one for some, a dangerous one for few. */
final class ContainerSecurityText {
    private final Manifest manifest;
    private final Dice dice;

    ContainerSecurityText(Manifest manifest, Dice dice) {
        this.manifest = manifest;
        this.dice = dice;
    }

    void write(int at) {
        int thrown = dice.between(1, 1000);
        if (thrown <= 15) {
            manifest.line(at, "securityContext:").line(at + 2, "privileged", "true");
        } else if (thrown <= 25) {
            manifest.line(at, "securityContext:")
                    .line(at + 2, "capabilities:")
                    .line(at + 4, "add", dice.chance(500) ? "[SYS_ADMIN]" : "[NET_ADMIN, SYS_PTRACE]");
        } else if (thrown <= 60) {
            manifest.line(at, "securityContext:").line(at + 2, "runAsUser", 0);
        } else if (thrown <= 300) {
            careful(at);
        }
    }

    private void careful(int at) {
        manifest.line(at, "securityContext:").line(at + 2, "allowPrivilegeEscalation", "false");
        if (dice.chance(700)) {
            manifest.line(at + 2, "capabilities:").line(at + 4, "drop:").line(at + 6, "- ALL");
        }
        if (dice.chance(600)) {
            manifest.line(at + 2, "readOnlyRootFilesystem", "true");
        }
    }
}
