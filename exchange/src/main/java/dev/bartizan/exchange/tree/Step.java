package dev.bartizan.exchange.tree;

/** One step down a tree. Items of a list that have a name are found by it, so that a step survives that the list grows or is put in another order. */
public sealed interface Step {
    /** To the value of a key. */
    record Key(String name) implements Step {}

    /**
     * To the item of a list that has this name.
     *
     * @param key what holds the name: {@code id}
     */
    record Item(String key, String name) implements Step {}

    /** To the item at this position of a list whose items have no names. */
    record Index(int position) implements Step {}
}
