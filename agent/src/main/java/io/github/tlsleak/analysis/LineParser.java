package io.github.tlsleak.analysis;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads the JSON of a line. Thread-safe. */
final class LineParser {

    private final JsonFactory factory =
            // names come from a file that may hold any number of them
            JsonFactory.builder().disable(JsonFactory.Feature.INTERN_FIELD_NAMES).build();

    /** The line's fields, or null if it is not one whole JSON object. */
    ReportLine parse(byte[] bytes, int length) {
        try (JsonParser in = factory.createParser(bytes, 0, length)) {
            if (in.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            ReportLine line = new ReportLine();
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                String name = in.currentName();
                in.nextToken();
                field(in, name, line);
            }
            return in.currentToken() == JsonToken.END_OBJECT && in.nextToken() == null
                    ? line
                    : null;
        } catch (IOException e) {
            // not JSON: nothing else can fail in memory
            return null;
        }
    }

    private static void field(JsonParser in, String name, ReportLine line) throws IOException {
        switch (in.currentToken()) {
            case VALUE_STRING:
            case VALUE_TRUE:
            case VALUE_FALSE:
                line.put(name, in.getText());
                break;
            case VALUE_NUMBER_INT:
                line.put(name, in.getLongValue());
                break;
            case START_ARRAY:
                line.put(name, texts(in));
                break;
            default:
                // objects and fractions: none that anybody needs so far
                in.skipChildren();
                break;
        }
    }

    private static List<String> texts(JsonParser in) throws IOException {
        List<String> texts = new ArrayList<>();
        for (JsonToken t = in.nextToken(); t != JsonToken.END_ARRAY; t = in.nextToken()) {
            if (t == null) {
                throw new IOException("array without an end");
            }
            if (t == JsonToken.VALUE_STRING) {
                texts.add(in.getText());
            } else {
                in.skipChildren();
            }
        }
        return texts;
    }
}
