package dev.bartizan.cli;

import java.util.List;

/** The commands that this version offers, in the order of the help text. */
final class Commands {
    static final List<LazyCommand> ALL = List.of();

    private Commands() {}
}
