package dev.bartizan.assess;

import dev.bartizan.source.Default;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A review of a document about a platform, kept as a file beside it in Git: who asked for it, what it was bound to, what was said, who approved it.
 *
 * @param roles that must approve, each by another person than the author and the other approvers
 * @param graph hash of the material facts that it is about
 */
public record Review(
        @Default("1") int version,
        String document,
        String title,
        String author,
        LocalDate started,
        List<String> roles,
        String graph,
        List<String> crossings,
        List<String> controls,
        List<String> intents,
        List<String> threats,
        List<Comment> comments,
        List<Approval> approvals) {
    public Review {
        roles = List.copyOf(roles);
        crossings = List.copyOf(crossings);
        controls = List.copyOf(controls);
        intents = List.copyOf(intents);
        threats = List.copyOf(threats);
        comments = List.copyOf(comments);
        approvals = List.copyOf(approvals);
    }

    /** What somebody said, about a part of the document or the whole of it. */
    public record Comment(
            String by, LocalDate date, @Default("") String about, String text) {}

    /**
     * That somebody agreed.
     *
     * @param graph hash of the facts that were agreed to
     */
    public record Approval(String by, String role, LocalDate date, String graph) {}

    /** A new one, of which nobody has said anything. */
    public static Review of(
            String document, String title, String author, LocalDate started, Set<String> roles, MaterialFacts facts) {
        return new Review(
                1,
                document,
                title,
                author,
                started,
                List.copyOf(new LinkedHashSet<>(roles)),
                facts.hash(),
                List.copyOf(facts.crossings()),
                List.copyOf(facts.controls()),
                List.copyOf(facts.intents()),
                List.copyOf(facts.threats()),
                List.of(),
                List.of());
    }

    public MaterialFacts facts() {
        return new MaterialFacts(
                new TreeSet<>(crossings), new TreeSet<>(controls), new TreeSet<>(intents), new TreeSet<>(threats));
    }

    /** The same about other facts: what was said stays, what was approved no longer counts. */
    public Review renewed(MaterialFacts facts) {
        Review fresh = of(document, title, author, started, new LinkedHashSet<>(roles), facts);
        return fresh.with(comments, approvals);
    }

    public Review with(Comment comment) {
        var more = new ArrayList<>(comments);
        more.add(comment);
        return with(more, approvals);
    }

    public Review with(Approval approval) {
        var more = new ArrayList<>(approvals);
        more.add(approval);
        return with(comments, more);
    }

    private Review with(List<Comment> said, List<Approval> agreed) {
        return new Review(
                version, document, title, author, started, roles, graph, crossings, controls, intents, threats, said,
                agreed);
    }

    /** Those approvals that are about the facts of this file. */
    public List<Approval> standing() {
        return approvals.stream()
                .filter(approval -> approval.graph().equals(graph))
                .toList();
    }

    /** The roles that nobody has approved for yet. */
    public List<String> missing() {
        Set<String> approved = standing().stream().map(Approval::role).collect(Collectors.toSet());
        return roles.stream().filter(role -> !approved.contains(role)).toList();
    }

    /** Why a person must not approve for a role; empty when nothing stands against it. */
    public List<String> objections(String by, String role) {
        var objections = new ArrayList<String>();
        if (!roles.contains(role)) {
            objections.add("this review asks for " + String.join(", ", roles) + ", not for " + role + ".");
        }
        if (by.equals(author)) {
            objections.add(by + " is the author: four eyes are needed.");
        }
        standing().stream()
                .filter(approval -> approval.by().equals(by) || approval.role().equals(role))
                .forEach(approval ->
                        objections.add(approval.by() + " has approved it as " + approval.role() + " already."));
        return objections;
    }
}
