package io.github.tlsleak.cli.report.format.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.github.tlsleak.cli.report.read.ReportTimes;
import io.github.tlsleak.cli.report.row.Row;
import io.github.tlsleak.cli.report.row.RowField;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON in ASCII that may stand inside a script element of HTML. A value that is not known is
 * left out. Used by one thread.
 */
public final class JsonWriter {

    private static final JsonFactory FACTORY =
            new JsonFactoryBuilder()
                    .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                    .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
                    .highestNonEscapedChar('~')
                    .characterEscapes(new Escapes())
                    .build();

    private final JsonGenerator out;

    public JsonWriter(Writer writer) throws IOException {
        DefaultIndenter lines = new DefaultIndenter(" ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentArraysWith(lines);
        printer.indentObjectsWith(lines);
        out = FACTORY.createGenerator(writer).setPrettyPrinter(printer);
    }

    private JsonWriter(JsonGenerator out) {
        this.out = out;
    }

    /** A writer that leaves out what is for the eye alone. */
    public static JsonWriter inOneLine(Writer writer) throws IOException {
        return new JsonWriter(FACTORY.createGenerator(writer));
    }

    /** Writes an element of an array that is JSON already. */
    public JsonWriter written(String json) throws IOException {
        out.writeRawValue(json);
        return this;
    }

    /** Begins an object that is the document or an element of an array. */
    public JsonWriter object() throws IOException {
        out.writeStartObject();
        return this;
    }

    public JsonWriter object(String name) throws IOException {
        out.writeObjectFieldStart(name);
        return this;
    }

    public JsonWriter array(String name) throws IOException {
        out.writeArrayFieldStart(name);
        return this;
    }

    public JsonWriter endObject() throws IOException {
        out.writeEndObject();
        return this;
    }

    public JsonWriter endArray() throws IOException {
        out.writeEndArray();
        return this;
    }

    /** Writes a text field; nothing if the value is null. */
    public JsonWriter text(String name, @Nullable String value) throws IOException {
        if (value != null) {
            out.writeStringField(name, value);
        }
        return this;
    }

    public JsonWriter number(String name, long value) throws IOException {
        out.writeNumberField(name, value);
        return this;
    }

    /** Writes a number field; nothing if the number is 0 or negative. */
    public JsonWriter numberIfAny(String name, long value) throws IOException {
        return value > 0 ? number(name, value) : this;
    }

    public JsonWriter truth(String name, boolean value) throws IOException {
        out.writeBooleanField(name, value);
        return this;
    }

    /** Writes a time; nothing if it is {@link ReportTimes#UNKNOWN}. */
    public JsonWriter time(String name, long millis) throws IOException {
        return text(name, ReportTimes.text(millis));
    }

    public JsonWriter texts(String name, List<String> values) throws IOException {
        array(name);
        for (String value : values) {
            out.writeString(value);
        }
        return endArray();
    }

    /** Writes an object in one line, as an element of an array. */
    JsonWriter row(Row row) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator line = FACTORY.createGenerator(text)) {
            line.writeStartObject();
            for (Map.Entry<RowField, Object> value : row.values().entrySet()) {
                line.writeFieldName(value.getKey().json());
                write(line, value.getValue());
            }
            line.writeEndObject();
        }
        out.writeRawValue(text.toString());
        return this;
    }

    private static void write(JsonGenerator line, Object value) throws IOException {
        if (value instanceof String) {
            line.writeString((String) value);
        } else if (value instanceof Long) {
            line.writeNumber((Long) value);
        } else {
            line.writeStartArray();
            for (Object element : (List<?>) value) {
                write(line, element);
            }
            line.writeEndArray();
        }
    }

    /** Writes a list of numbers in one line. */
    JsonWriter line(String name, List<Long> values) throws IOException {
        StringBuilder line = new StringBuilder("[");
        for (long value : values) {
            line.append(line.length() == 1 ? "" : ",").append(value);
        }
        out.writeFieldName(name);
        out.writeRawValue(line.append(']').toString());
        return this;
    }

    JsonWriter numbers(String name, long[] values) throws IOException {
        array(name);
        for (long value : values) {
            out.writeNumber(value);
        }
        return endArray();
    }

    /** Ends the document with a line feed. */
    public void end() throws IOException {
        out.writeRaw('\n');
        out.close();
    }

    /** Escapes of JSON, and of the characters that begin or end an element or entity of HTML. */
    private static final class Escapes extends CharacterEscapes {

        private static final long serialVersionUID = 1;

        private final int[] codes = standardAsciiEscapesForJSON();

        Escapes() {
            for (char c : new char[] {'<', '>', '&', '\''}) {
                codes[c] = ESCAPE_STANDARD;
            }
        }

        @Override
        public int[] getEscapeCodesForAscii() {
            return codes;
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int c) {
            return null;
        }
    }
}
