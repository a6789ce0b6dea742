package dev.bartizan.rules;

/** Supplies the relations of the thing that a frame is bound to. */
@FunctionalInterface
public interface Relations {
    /** For scopes without relations. */
    Relations NONE = name -> Related.NONE;

    /** @param name one of the names the scope declares */
    Related related(String name);
}
