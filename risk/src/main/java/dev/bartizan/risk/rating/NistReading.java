package dev.bartizan.risk.rating;

import dev.bartizan.risk.nist.NistAssessment;
import dev.bartizan.risk.nist.NistLevel;
import dev.bartizan.source.Location;
import java.util.Arrays;
import java.util.List;

/** {@code initiation:high/success:moderate/impact:high}: the qualitative values of NIST SP 800-30, tables G-2, G-4 and H-3. */
final class NistReading {
    private static final String INITIATION = "initiation";
    private static final String SUCCESS = "success";
    private static final String IMPACT = "impact";
    private static final List<String> NAMES = List.of(INITIATION, SUCCESS, IMPACT);

    private NistReading() {}

    static RiskVector.Result of(String text, Location place) {
        var factors = new Factors(
                place,
                NAMES,
                Arrays.stream(NistLevel.values()).map(NistLevel::word).toList());
        factors.read(text);
        factors.has(NAMES, true);
        return factors.problems().isEmpty()
                ? new RiskVector.Read(new RiskVector.Nist(new NistAssessment(
                        level(factors, INITIATION), level(factors, SUCCESS), level(factors, IMPACT))))
                : new RiskVector.Refused(factors.problems());
    }

    private static NistLevel level(Factors factors, String name) {
        return Arrays.stream(NistLevel.values())
                .filter(level -> level.word().equals(factors.value(name)))
                .findFirst()
                .orElseThrow();
    }
}
