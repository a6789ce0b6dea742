package dev.bartizan.risk.cvss;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The metrics of CVSS 4.0 in the order in which a vector has to name them (FIRST, Specification Document, table 23). In the threat, environmental and
 * supplemental groups {@code X} stands for "not defined".
 */
public enum Metric {
    AV(Group.BASE, "N A L P"),
    AC(Group.BASE, "L H"),
    AT(Group.BASE, "N P"),
    PR(Group.BASE, "N L H"),
    UI(Group.BASE, "N P A"),
    VC(Group.BASE, "H L N"),
    VI(Group.BASE, "H L N"),
    VA(Group.BASE, "H L N"),
    SC(Group.BASE, "H L N"),
    SI(Group.BASE, "H L N"),
    SA(Group.BASE, "H L N"),
    E(Group.THREAT, "X A P U"),
    CR(Group.ENVIRONMENTAL, "X H M L"),
    IR(Group.ENVIRONMENTAL, "X H M L"),
    AR(Group.ENVIRONMENTAL, "X H M L"),
    MAV(Group.ENVIRONMENTAL, "X N A L P"),
    MAC(Group.ENVIRONMENTAL, "X L H"),
    MAT(Group.ENVIRONMENTAL, "X N P"),
    MPR(Group.ENVIRONMENTAL, "X N L H"),
    MUI(Group.ENVIRONMENTAL, "X N P A"),
    MVC(Group.ENVIRONMENTAL, "X H L N"),
    MVI(Group.ENVIRONMENTAL, "X H L N"),
    MVA(Group.ENVIRONMENTAL, "X H L N"),
    MSC(Group.ENVIRONMENTAL, "X H L N"),
    MSI(Group.ENVIRONMENTAL, "X S H L N"),
    MSA(Group.ENVIRONMENTAL, "X S H L N"),
    S(Group.SUPPLEMENTAL, "X N P"),
    AU(Group.SUPPLEMENTAL, "X N Y"),
    R(Group.SUPPLEMENTAL, "X A U I"),
    V(Group.SUPPLEMENTAL, "X D C"),
    RE(Group.SUPPLEMENTAL, "X L M H"),
    U(Group.SUPPLEMENTAL, "X Clear Green Amber Red");

    /** What a metric is about; only the first three groups count in the score. */
    public enum Group {
        BASE,
        THREAT,
        ENVIRONMENTAL,
        SUPPLEMENTAL
    }

    /** The value of a metric that a vector leaves out. */
    static final String NOT_DEFINED = "X";

    private final Group group;
    private final String allowed;

    Metric(Group group, String allowed) {
        this.group = group;
        this.allowed = allowed;
    }

    public Group group() {
        return group;
    }

    /** All values that it may have. */
    public List<String> allowed() {
        return List.of(allowed.split(" "));
    }

    /** The metric of this name, in the letters of the standard. */
    static Optional<Metric> named(String name) {
        return Arrays.stream(values())
                .filter(metric -> metric.name().equals(name))
                .findFirst();
    }

    static List<String> names() {
        return Arrays.stream(values()).map(Metric::name).toList();
    }
}
