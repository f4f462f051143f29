package io.github.tlsleak.cli.report.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.tlsleak.common.labels.Labels;
import io.github.tlsleak.common.text.PlainText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Parses the JSON object of one line. Used by one thread. */
final class LineParser {

    private static final int MAX_ELEMENTS = 1024;
    private static final int MAX_SHAPES = 32;

    private final JsonFactory factory =
            // names come from a file, which may hold any number of them
            JsonFactory.builder().disable(JsonFactory.Feature.INTERN_FIELD_NAMES).build();

    private final TextCache texts = new TextCache(1 << 13);
    private final TextCache frames = new TextCache(1 << 15);
    private final LineNames names = new LineNames();
    private final Map<String, FieldOrder> shapes = new HashMap<>();
    private final FieldOrder anyShape = new FieldOrder();

    /**
     * Parses a line.
     *
     * @param bytes hold it
     * @param from its first byte
     * @param length number of its bytes
     * @param line takes its fields, and is emptied before
     * @return false if it is not one whole JSON object
     */
    boolean parse(byte[] bytes, int from, int length, ReportLine line) {
        line.clear();
        try (JsonParser in = factory.createParser(bytes, from, length)) {
            if (in.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            FieldOrder shape = anyShape;
            shape.begin(0);
            for (int read = 1; shape.next(in); read++) {
                in.nextToken();
                if (shape.field() == null) {
                    in.skipChildren();
                } else {
                    value(in, shape.field(), line);
                }
                if (read == 1) {
                    shape = shape(line.type());
                    shape.begin(read);
                }
            }
            names.put(line);
            return in.currentToken() == JsonToken.END_OBJECT && in.nextToken() == null;
        } catch (IOException e) {
            // the bytes are no JSON: reading from memory fails for no other reason
            return false;
        }
    }

    /** The order of fields for the line's type. The type is the first field of each line. */
    private FieldOrder shape(@Nullable String type) {
        FieldOrder shape = shapes.get(type);
        if (shape == null) {
            shape = new FieldOrder();
            if (shapes.size() < MAX_SHAPES) {
                shapes.put(type, shape);
            }
        }
        return shape;
    }

    private void value(JsonParser in, Field field, ReportLine line) throws IOException {
        switch (in.currentToken()) {
            case VALUE_STRING:
                text(in, field, line);
                break;
            case VALUE_NUMBER_INT:
                line.put(field, in.getLongValue());
                break;
            case VALUE_TRUE:
                line.put(field, 1);
                break;
            case START_ARRAY:
                line.put(field, elements(in));
                break;
            case START_OBJECT:
                object(in, field, line);
                break;
            default:
                // fractions, false and null: no reader needs one
                in.skipChildren();
                break;
        }
    }

    private void text(JsonParser in, Field field, ReportLine line) throws IOException {
        char[] chars = in.getTextCharacters();
        int offset = in.getTextOffset();
        int length = in.getTextLength();
        if (field.time) {
            long millis = ReportTimes.parse(chars, offset, length);
            if (millis != ReportTimes.UNKNOWN) {
                line.put(field, millis);
            }
            return;
        }
        line.put(field, texts.text(chars, offset, length));
    }

    private void object(JsonParser in, Field field, ReportLine line) throws IOException {
        if (field == Field.ENDED || field == Field.PEERS) {
            line.put(field, counts(in));
        } else if (field == Field.LABELS) {
            line.put(field, labels(in));
        } else {
            in.skipChildren();
        }
    }

    private Map<String, Long> counts(JsonParser in) throws IOException {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (JsonToken t = in.nextToken(); t != JsonToken.END_OBJECT; t = in.nextToken()) {
            if (t == null) {
                throw new IOException("object without an end");
            }
            char[] chars = in.getTextCharacters();
            String name = texts.text(chars, in.getTextOffset(), in.getTextLength());
            if (in.nextToken() == JsonToken.VALUE_NUMBER_INT && counts.size() < MAX_ELEMENTS) {
                counts.put(name, in.getLongValue());
            } else {
                in.skipChildren();
            }
        }
        return counts;
    }

    private Map<String, String> labels(JsonParser in) throws IOException {
        Map<String, String> labels = new LinkedHashMap<>();
        for (JsonToken t = in.nextToken(); t != JsonToken.END_OBJECT; t = in.nextToken()) {
            if (t == null) {
                throw new IOException("object without an end");
            }
            String name = PlainText.printable(PlainText.cut(in.currentName(), Labels.MAX_NAME));
            if (in.nextToken() == JsonToken.VALUE_STRING && labels.size() < Labels.MAX_LABELS) {
                String value = PlainText.cut(in.getText(), Labels.MAX_VALUE);
                labels.put(name, PlainText.printable(value));
            } else {
                in.skipChildren();
            }
        }
        return labels;
    }

    private List<String> elements(JsonParser in) throws IOException {
        List<String> elements = new ArrayList<>();
        for (JsonToken t = in.nextToken(); t != JsonToken.END_ARRAY; t = in.nextToken()) {
            if (t == null) {
                throw new IOException("array without an end");
            }
            if (t != JsonToken.VALUE_STRING) {
                in.skipChildren();
            } else if (elements.size() < MAX_ELEMENTS) {
                char[] chars = in.getTextCharacters();
                elements.add(frames.text(chars, in.getTextOffset(), in.getTextLength()));
            }
        }
        return elements;
    }
}
