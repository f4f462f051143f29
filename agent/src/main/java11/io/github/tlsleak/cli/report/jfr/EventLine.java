package io.github.tlsleak.cli.report.jfr;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.tlsleak.common.schema.ReportSchema;
import io.github.tlsleak.common.text.IsoTime;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes one line of a report. What is not known is left out. Used by one thread. */
final class EventLine {

    private static final JsonFactory JSON = new JsonFactory();

    private final StringWriter text = new StringWriter();
    private final JsonGenerator out;

    EventLine(String type) throws IOException {
        out = JSON.createGenerator(text);
        out.writeStartObject();
        text(ReportSchema.TYPE, type);
    }

    EventLine text(String name, @Nullable String value) throws IOException {
        if (value != null) {
            out.writeStringField(name, value);
        }
        return this;
    }

    /** Writes a number that is not negative. */
    EventLine number(String name, long value) throws IOException {
        if (value >= 0) {
            out.writeNumberField(name, value);
        }
        return this;
    }

    /** Writes a time that is known. */
    EventLine time(String name, long millis) throws IOException {
        return millis == Long.MIN_VALUE ? this : text(name, IsoTime.of(millis));
    }

    /** Writes what is true. */
    EventLine truth(String name, boolean value) throws IOException {
        if (value) {
            out.writeBooleanField(name, true);
        }
        return this;
    }

    EventLine texts(String name, List<String> values) throws IOException {
        out.writeArrayFieldStart(name);
        for (String value : values) {
            out.writeString(value);
        }
        out.writeEndArray();
        return this;
    }

    EventLine texts(String name, Map<String, String> values) throws IOException {
        if (!values.isEmpty()) {
            out.writeObjectFieldStart(name);
            for (Map.Entry<String, String> value : values.entrySet()) {
                text(value.getKey(), value.getValue());
            }
            out.writeEndObject();
        }
        return this;
    }

    EventLine counts(String name, Map<String, Long> values) throws IOException {
        if (!values.isEmpty()) {
            out.writeObjectFieldStart(name);
            for (Map.Entry<String, Long> value : values.entrySet()) {
                out.writeNumberField(value.getKey(), value.getValue());
            }
            out.writeEndObject();
        }
        return this;
    }

    /** The whole line. */
    String end() throws IOException {
        out.writeEndObject();
        out.close();
        return text.toString();
    }
}
