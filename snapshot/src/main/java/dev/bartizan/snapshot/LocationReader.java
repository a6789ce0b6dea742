package dev.bartizan.snapshot;

import dev.bartizan.snapshot.json.JsonCursor;
import dev.bartizan.snapshot.json.Shape;
import dev.bartizan.source.Location;
import java.util.List;

/** Reads places in the input that was assessed. */
final class LocationReader {
    /** Stands in where the file has no readable location; never part of a snapshot, since that is a problem. */
    static final Location NOWHERE = Location.ofFile("-");

    private static final Shape LOCATION = Shape.of("file", "line", "column").optional("pointer");

    private final JsonCursor cursor;

    LocationReader(JsonCursor cursor) {
        this.cursor = cursor;
    }

    Location read() {
        String file = "";
        int line = 1;
        int column = 1;
        String pointer = "";
        cursor.open("a location", LOCATION);
        while (cursor.next()) {
            switch (cursor.key()) {
                case "file" -> file = cursor.sharedText();
                case "line" -> line = cursor.number(1);
                case "column" -> column = cursor.number(1);
                case "pointer" -> pointer = cursor.sharedText();
            }
        }
        return new Location(file, line, column, pointer);
    }

    List<Location> readAll() {
        return cursor.list("the locations", this::read);
    }
}
