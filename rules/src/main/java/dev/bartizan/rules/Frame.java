package dev.bartizan.rules;

import dev.bartizan.graph.Truth;
import dev.bartizan.source.Node;
import java.util.Arrays;
import java.util.Objects;

/**
 * What a condition is evaluated on: the trees, texts and relations of a {@link Scope}, bound to one thing after another. One per thread and
 * reused, because a platform has millions of evaluations.
 *
 * <p>Pointers are bound only for an explanation: they cost strings, and most evaluations pass.
 */
public final class Frame {
    /** A condition over lists within lists grows with the product of their lengths, which an attacker chooses. */
    static final int STEP_LIMIT = 2_000_000;

    private final Node[] trees = new Node[Scope.CAPACITY];
    private final String[] treeGaps = new String[Scope.CAPACITY];
    private final String[] pointers = new String[Scope.CAPACITY];
    private final String[] members = new String[Scope.CAPACITY];
    private final String[] texts = new String[Scope.CAPACITY];
    private final String[] textGaps = new String[Scope.CAPACITY];
    private final int[] textOrigins = new int[Scope.CAPACITY];
    private final String[] originSteps = new String[Scope.CAPACITY];
    private final Node[] found = new Node[1];
    private Relations relations = Relations.NONE;
    private String text = "";
    private String gap = "";
    private int steps;

    public Frame() {
        Arrays.fill(treeGaps, "");
        Arrays.fill(pointers, "");
        Arrays.fill(members, "");
        Arrays.fill(texts, "");
        Arrays.fill(textGaps, "");
        Arrays.fill(originSteps, "");
    }

    /** Binds a tree; an absent node says that there is none. */
    public void bind(int slot, Node tree) {
        trees[slot] = tree;
        treeGaps[slot] = "";
    }

    /** Says that this tree exists somewhere but was not read, and why; {@code nearest} is what to show in its place. */
    public void bindUnknown(int slot, Node nearest, String why) {
        trees[slot] = nearest;
        treeGaps[slot] = why;
    }

    /** Where the tree of a slot stands in its document. */
    public void point(int slot, String pointer) {
        pointers[slot] = pointer;
        members[slot] = "";
    }

    void point(int slot, Place place) {
        pointers[slot] = place.pointer();
        members[slot] = place.member();
    }

    /** Binds a text; empty says that there is none. */
    public void bindText(int slot, String value) {
        texts[slot] = value;
        textGaps[slot] = "";
    }

    public void bindUnknownText(int slot, String why) {
        texts[slot] = "";
        textGaps[slot] = why;
    }

    /** Says from where a text comes: a value directly below a bound tree, or the tree itself when {@code key} is empty. */
    public void originOfText(int slot, int tree, String key) {
        textOrigins[slot] = tree;
        originSteps[slot] = key;
    }

    public void bind(Relations source) {
        relations = source;
    }

    Node tree(int slot) {
        return Objects.requireNonNull(trees[slot], "an unbound tree was read");
    }

    String treeGap(int slot) {
        return treeGaps[slot];
    }

    /** Where the tree of a slot stands. */
    Place place(int slot) {
        return new Place(tree(slot), pointers[slot], members[slot]);
    }

    String text(int slot) {
        return texts[slot];
    }

    String textGap(int slot) {
        return textGaps[slot];
    }

    /** The value a text was taken from. */
    Place originOfText(int slot) {
        int tree = textOrigins[slot];
        var origin = place(tree);
        return originSteps[slot].isEmpty() ? origin : origin.get(originSteps[slot]);
    }

    Related related(RelationType relation) {
        return relations.related(relation.name());
    }

    Outcome find(Node node) {
        found[0] = node;
        return Outcome.FOUND;
    }

    Outcome mistyped(Node node) {
        found[0] = node;
        return Outcome.MISTYPED;
    }

    Outcome unknown(String why) {
        gap = why;
        return Outcome.UNKNOWN;
    }

    Outcome findText(String value) {
        text = value;
        return Outcome.FOUND;
    }

    /** What the last path led to. */
    Node found() {
        return found[0];
    }

    /** What the last text source gave. */
    String foundText() {
        return text;
    }

    String gap() {
        return gap;
    }

    /** Why the last reading gave no value to decide on; only after MISTYPED or UNKNOWN. */
    Truth undecided(Outcome outcome) {
        return Truth.undecided(
                switch (outcome) {
                    case MISTYPED -> Mistyped.gap(found(), "a mapping");
                    case UNKNOWN -> gap;
                    case FOUND, ABSENT -> throw new IllegalArgumentException(outcome + " is decided");
                });
    }

    /** To be called before a condition that belongs to no other. */
    public void restart() {
        steps = 0;
    }

    /** Counts one more item of a quantifier; false when that is more than anything that was written by hand. */
    boolean mayGoOn() {
        return ++steps <= STEP_LIMIT;
    }
}
