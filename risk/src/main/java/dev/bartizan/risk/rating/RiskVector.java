package dev.bartizan.risk.rating;

import dev.bartizan.graph.RiskFacts.Rating;
import dev.bartizan.graph.RiskSettings.Method;
import dev.bartizan.risk.cvss.CvssVector;
import dev.bartizan.risk.cvss.Metric;
import dev.bartizan.risk.nist.NistAssessment;
import dev.bartizan.risk.owasp.OwaspRating;
import dev.bartizan.source.Location;
import dev.bartizan.source.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;

/** The factors of one risk by one method, in the notation of that method: which it is shows in how the text begins. */
public sealed interface RiskVector {
    /** What became of a text. */
    sealed interface Result {}

    /** It is a vector. */
    record Read(RiskVector vector) implements Result {}

    /** It is none, for each of these reasons. */
    record Refused(List<Problem> problems) implements Result {
        public Refused {
            problems = List.copyOf(problems);
        }
    }

    /**
     * Reads a vector.
     *
     * @param place where the text begins; problems point into it
     */
    static Result parse(String text, Location place) {
        if (text.startsWith("CVSS:")) {
            return switch (CvssVector.parse(text, place)) {
                case CvssVector.Read read -> new Read(new Cvss(read.vector()));
                case CvssVector.Refused refused -> new Refused(refused.problems());
            };
        }
        if (text.startsWith("SL:")) {
            return OwaspReading.of(text, place);
        }
        if (text.startsWith("initiation:")) {
            return NistReading.of(text, place);
        }
        return new Refused(List.of(Problem.error(
                "unknown-method",
                "By no method that is known a vector begins like this.",
                "begin with CVSS:4.0/AV: (CVSS 4.0), SL: (OWASP Risk Rating) or initiation: (NIST SP 800-30)",
                place)));
    }

    Method method();

    /**
     * What the method says.
     *
     * @param value of the dearest asset, from 0 to 3: requirements of CVSS that the vector leaves open follow from it. Empty: they stay open
     */
    Rating rating(Optional<Integer> value);

    /** By CVSS 4.0. */
    record Cvss(CvssVector vector) implements RiskVector {
        private static final List<String> REQUIREMENTS = List.of("L", "L", "M", "H");

        @Override
        public Method method() {
            return Method.CVSS;
        }

        @Override
        public Rating rating(Optional<Integer> value) {
            CvssVector whole = value.map(this::required).orElse(vector);
            return new Rating(
                    Method.CVSS,
                    whole.severity().name().toLowerCase(Locale.ROOT),
                    whole.score(),
                    whole.nomenclature() + " " + whole.score() + ", macrovector " + whole.macrovector() + ", " + whole,
                    true);
        }

        private CvssVector required(int value) {
            var metrics = new TreeMap<>(vector.values());
            String requirement = REQUIREMENTS.get(Math.clamp(value, 0, REQUIREMENTS.size() - 1));
            for (Metric metric : List.of(Metric.CR, Metric.IR, Metric.AR)) {
                metrics.merge(metric, requirement, (own, follows) -> own.equals("X") ? follows : own);
            }
            return new CvssVector(metrics);
        }
    }

    /** By the OWASP Risk Rating Methodology. */
    record Owasp(OwaspRating factors) implements RiskVector {
        @Override
        public Method method() {
            return Method.OWASP;
        }

        @Override
        public Rating rating(Optional<Integer> value) {
            return new Rating(
                    Method.OWASP,
                    factors.overall().word(),
                    factors.overall().ordinal(),
                    String.format(
                            Locale.ROOT,
                            "likelihood %.3f %s, impact %.3f %s (%s)",
                            factors.likelihood(),
                            OwaspRating.Level.of(factors.likelihood()).word(),
                            factors.impact(),
                            OwaspRating.Level.of(factors.impact()).word(),
                            factors.business().isPresent() ? "business" : "technical"),
                    true);
        }
    }

    /** By NIST SP 800-30. */
    record Nist(NistAssessment assessment) implements RiskVector {
        @Override
        public Method method() {
            return Method.SP800_30;
        }

        @Override
        public Rating rating(Optional<Integer> value) {
            return StandIn.nist(assessment, "", true);
        }
    }
}
