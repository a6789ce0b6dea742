package dev.bartizan.risk.rating;

import dev.bartizan.risk.owasp.OwaspRating;
import dev.bartizan.source.Location;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The notation of calculators for the OWASP Risk Rating Methodology: each factor by its initials and 0 to 9, eight of likelihood (SL to ID), four of technical impact (LC to LAC), four of business impact (FD to PV);
 * of the impacts one or both.
 */
final class OwaspReading {
    private static final List<String> LIKELIHOOD = List.of("SL", "M", "O", "S", "ED", "EE", "A", "ID");
    private static final List<String> TECHNICAL = List.of("LC", "LI", "LAV", "LAC");
    private static final List<String> BUSINESS = List.of("FD", "RD", "NC", "PV");
    private static final List<String> NAMES =
            Stream.of(LIKELIHOOD, TECHNICAL, BUSINESS).flatMap(List::stream).toList();
    private static final List<String> DIGITS =
            IntStream.rangeClosed(0, 9).mapToObj(Integer::toString).toList();

    private OwaspReading() {}

    static RiskVector.Result of(String text, Location place) {
        var factors = new Factors(place, NAMES, DIGITS);
        factors.read(text);
        factors.has(LIKELIHOOD, true);
        boolean isTechnical = factors.has(TECHNICAL, false);
        boolean isBusiness = factors.has(BUSINESS, false);
        if (factors.problems().isEmpty() && !isTechnical && !isBusiness) {
            factors.refuse(
                    text.length(),
                    "factor-missing",
                    "The impact is missing.",
                    "give LC, LI, LAV, LAC (technical) or FD, RD, NC, PV (business)");
        }
        return factors.problems().isEmpty()
                ? new RiskVector.Read(new RiskVector.Owasp(rating(factors, isTechnical, isBusiness)))
                : new RiskVector.Refused(factors.problems());
    }

    private static OwaspRating rating(Factors factors, boolean isTechnical, boolean isBusiness) {
        return new OwaspRating(
                new OwaspRating.ThreatAgent(
                        factors.number("SL"), factors.number("M"), factors.number("O"), factors.number("S")),
                new OwaspRating.Vulnerability(
                        factors.number("ED"), factors.number("EE"), factors.number("A"), factors.number("ID")),
                isTechnical
                        ? Optional.of(new OwaspRating.Technical(
                                factors.number("LC"),
                                factors.number("LI"),
                                factors.number("LAV"),
                                factors.number("LAC")))
                        : Optional.empty(),
                isBusiness
                        ? Optional.of(new OwaspRating.Business(
                                factors.number("FD"), factors.number("RD"), factors.number("NC"), factors.number("PV")))
                        : Optional.empty());
    }
}
