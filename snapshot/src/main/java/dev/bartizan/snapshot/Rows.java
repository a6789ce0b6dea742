package dev.bartizan.snapshot;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.PrettyPrinter;

/** No white space but a line feed before each entry, and after the last one, of the objects and arrays that were announced. */
final class Rows implements PrettyPrinter {
    /** One bit for each open object or array, the innermost lowest: 64 levels are ten times what any layout of ours has. */
    private long open;

    private boolean announced;

    /** Announces the next object or array. */
    void next() {
        announced = true;
    }

    private void enter(JsonGenerator generator, char mark) {
        generator.writeRaw(mark);
        open = open << 1 | (announced ? 1 : 0);
        announced = false;
    }

    private void leave(JsonGenerator generator, int entries, char mark) {
        if (entries > 0) {
            breakLine(generator);
        }
        open >>>= 1;
        generator.writeRaw(mark);
    }

    private void breakLine(JsonGenerator generator) {
        if ((open & 1) == 1) {
            generator.writeRaw('\n');
        }
    }

    @Override
    public void writeStartObject(JsonGenerator generator) {
        enter(generator, '{');
    }

    @Override
    public void beforeObjectEntries(JsonGenerator generator) {
        breakLine(generator);
    }

    @Override
    public void writeObjectEntrySeparator(JsonGenerator generator) {
        generator.writeRaw(',');
        breakLine(generator);
    }

    @Override
    public void writeObjectNameValueSeparator(JsonGenerator generator) {
        generator.writeRaw(':');
    }

    @Override
    public void writeEndObject(JsonGenerator generator, int entries) {
        leave(generator, entries, '}');
    }

    @Override
    public void writeStartArray(JsonGenerator generator) {
        enter(generator, '[');
    }

    @Override
    public void beforeArrayValues(JsonGenerator generator) {
        breakLine(generator);
    }

    @Override
    public void writeArrayValueSeparator(JsonGenerator generator) {
        generator.writeRaw(',');
        breakLine(generator);
    }

    @Override
    public void writeEndArray(JsonGenerator generator, int entries) {
        leave(generator, entries, ']');
    }

    @Override
    public void writeRootValueSeparator(JsonGenerator generator) {
        generator.writeRaw('\n');
    }
}
