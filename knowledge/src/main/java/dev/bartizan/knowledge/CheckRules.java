package dev.bartizan.knowledge;

import dev.bartizan.rules.ConditionReader;
import dev.bartizan.source.Problem;
import dev.bartizan.source.Spelling;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What must hold between checks, and within one beyond what its record says. */
final class CheckRules {
    private CheckRules() {}

    static List<Problem> problems(List<Check> checks, List<CheckFamily> families) {
        var problems = new ArrayList<Problem>();
        Set<String> ids = checks.stream().map(Check::id).collect(Collectors.toSet());
        Set<String> familyIds = families.stream().map(CheckFamily::id).collect(Collectors.toSet());
        var seen = new HashSet<String>();
        for (Check check : checks) {
            if (!seen.add(check.id())) {
                problems.add(fault(check, "the id " + check.id() + " stands twice", "give each check its own"));
            }
            check.family().stream()
                    .filter(family -> !familyIds.contains(family))
                    .forEach(family -> problems.add(unknown(check, "family", family, familyIds)));
            check.supersedes().stream()
                    .filter(other -> !ids.contains(other) || other.equals(check.id()))
                    .forEach(other -> problems.add(unknown(check, "superseded check", other, ids)));
            problems.addAll(pathProblems(check));
        }
        return problems;
    }

    /** The paths of its fix. */
    private static List<Problem> pathProblems(Check check) {
        var problems = new ArrayList<Problem>();
        var scope = check.cases().getFirst().target().scope();
        for (CheckFix.Edit edit : check.fix().patch()) {
            ConditionReader.path(edit.path(), edit.location(), scope, problems);
        }
        return problems;
    }

    private static Problem unknown(Check check, String what, String word, Collection<String> allowed) {
        String suggestion = Spelling.nearest(word, allowed)
                .map(near -> "did you mean '" + near + "'?")
                .orElse("");
        return fault(check, "no " + what + " is called '" + word + "'", suggestion);
    }

    private static Problem fault(Check check, String message, String remedy) {
        return Problem.error("check", message, remedy, check.location());
    }
}
