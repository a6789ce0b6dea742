package dev.bartizan.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the conditions of one kind of check can speak about: trees, texts and relations by name. Each tree and text has a slot in the
 * {@link Frame}, found when a condition is read, so that evaluating one looks no name up.
 */
public final class Scope {
    /** How many trees and texts a frame has room for, the items of nested quantifiers included. */
    static final int CAPACITY = 48;

    private final List<String> trees;
    private final List<String> texts;
    private final List<RelationType> relations;

    private Scope(List<String> trees, List<String> texts, List<RelationType> relations) {
        this.trees = List.copyOf(trees);
        this.texts = List.copyOf(texts);
        this.relations = List.copyOf(relations);
        if (trees.size() > CAPACITY || texts.size() > CAPACITY) {
            throw new IllegalArgumentException("a scope holds at most " + CAPACITY + " trees and as many texts");
        }
    }

    /** A scope in which these trees can be read: {@code container}, {@code pod}. */
    public static Scope ofTrees(String... trees) {
        return new Scope(List.of(trees), List.of(), List.of());
    }

    /** The same with texts under one root: {@code image.tag}. */
    public Scope withTexts(String root, List<String> names) {
        var more = new ArrayList<>(texts);
        names.forEach(name -> more.add(root + "." + name));
        return new Scope(trees, more, relations);
    }

    /** The same with relations to quantify over. */
    public Scope withRelations(List<RelationType> types) {
        var more = new ArrayList<>(relations);
        more.addAll(types);
        return new Scope(trees, texts, more);
    }

    /** The scope inside a quantifier over a list, or over a mapping, of which {@code name.key} is the key. */
    Scope withItem(String name) {
        var moreTrees = new ArrayList<>(trees);
        moreTrees.add(name);
        var moreTexts = new ArrayList<>(texts);
        moreTexts.add(name + ".key");
        return new Scope(moreTrees, moreTexts, relations);
    }

    /** The scope inside a quantifier over a relation. */
    Scope withItem(String name, RelationType type) {
        var moreTrees = new ArrayList<>(trees);
        type.trees().forEach(tree -> moreTrees.add(tree.isEmpty() ? name : name + "." + tree));
        var moreTexts = new ArrayList<>(texts);
        type.texts().forEach(text -> moreTexts.add(name + "." + text));
        return new Scope(moreTrees, moreTexts, relations);
    }

    public List<String> trees() {
        return trees;
    }

    public List<String> texts() {
        return texts;
    }

    public List<RelationType> relations() {
        return relations;
    }

    Optional<RelationType> relation(String name) {
        return relations.stream().filter(type -> type.name().equals(name)).findFirst();
    }

    /** The slot of a tree; the innermost one when a quantifier reuses a name. */
    public Optional<Integer> tree(String name) {
        int slot = trees.lastIndexOf(name);
        return slot < 0 ? Optional.empty() : Optional.of(slot);
    }

    /** The slot of a text; the innermost one when a quantifier reuses a name. */
    public Optional<Integer> text(String name) {
        int slot = texts.lastIndexOf(name);
        return slot < 0 ? Optional.empty() : Optional.of(slot);
    }
}
