package dev.bartizan.baseline;

import dev.bartizan.knowledge.Checks;
import dev.bartizan.source.Problem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The exceptions of the settings, applied: which one covers a member, which expired, which cover nothing. */
final class Exemptions {
    private final List<Exemption> valid = new ArrayList<>();
    private final List<Exemption> expired = new ArrayList<>();
    private final Set<Exemption> used = new HashSet<>();

    Exemptions(List<Exemption> all, LocalDate asOf) {
        for (Exemption exemption : all) {
            (exemption.expires().isBefore(asOf) ? expired : valid).add(exemption);
        }
    }

    /** The first that covers this member. */
    Optional<Exemption> covering(RawMember member) {
        if (valid.isEmpty()) {
            return Optional.empty();
        }
        Optional<Exemption> found =
                valid.stream().filter(exemption -> covers(exemption, member)).findFirst();
        found.ifPresent(used::add);
        return found;
    }

    private static boolean covers(Exemption exemption, RawMember member) {
        boolean isRule = exemption.rule().equals(member.check().id())
                || member.check().family().filter(exemption.rule()::equals).isPresent();
        return isRule && exemption.assets().contains(member.assetId());
    }

    /** What is wrong with them, once all members were asked for. */
    List<Problem> problems(Checks checks) {
        var problems = new ArrayList<Problem>();
        expired.forEach(exemption -> problems.add(Problem.warning(
                "exception-expired",
                "The exception for " + exemption.rule() + " ended on " + exemption.expires()
                        + ": what it covered counts again.",
                "fix it, or accept it anew with a later date",
                exemption.location())));
        valid.stream()
                .filter(exemption -> !used.contains(exemption))
                .map(exemption -> unused(exemption, checks))
                .forEach(problems::add);
        return problems;
    }

    private static Problem unused(Exemption exemption, Checks checks) {
        boolean isKnown = checks.check(exemption.rule()).isPresent()
                || checks.family(exemption.rule()).isPresent();
        return isKnown
                ? Problem.notice(
                        "exception-unused",
                        "The exception for " + exemption.rule() + " covers nothing.",
                        "take it out, or correct what it is about",
                        exemption.location())
                : Problem.warning(
                        "exception-unknown-rule",
                        "No check or family is called '" + exemption.rule() + "'.",
                        "take an id from docs/guide/checks.md",
                        exemption.location());
    }
}
