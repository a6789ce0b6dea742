package dev.bartizan.risk.cvss;

/** The qualitative severity of a score (FIRST, CVSS 4.0 Specification Document, table 22). */
public enum CvssSeverity {
    NONE,
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL;

    /** @param tenths of a score, 0 to 100 */
    static CvssSeverity of(int tenths) {
        if (tenths >= 90) {
            return CRITICAL;
        }
        if (tenths >= 70) {
            return HIGH;
        }
        if (tenths >= 40) {
            return MEDIUM;
        }
        return tenths > 0 ? LOW : NONE;
    }
}
