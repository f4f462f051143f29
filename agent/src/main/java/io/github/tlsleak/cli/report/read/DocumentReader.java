package io.github.tlsleak.cli.report.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.tlsleak.cli.report.row.Row;
import io.github.tlsleak.cli.report.row.RowField;
import io.github.tlsleak.cli.report.row.RowKind;
import io.github.tlsleak.common.text.PlainText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads documents that {@code report --format json} wrote: the rows of their state, one at a time.
 * Used by one thread.
 */
public final class DocumentReader {

    /** The first field of a document has this name. */
    public static final String FORMAT = "format";

    /** The value of the first field. */
    public static final String NAME = "tlsleak-analysis";

    /** The second field: the version of the document. */
    public static final String VERSION = "version";

    /** The newest version that is read. */
    public static final int NEWEST = 1;

    /** The field that has the state. */
    public static final String MERGE = "merge";

    private static final int MAX_TEXT = 1_000;
    private static final int MAX_ELEMENTS = 20_000;

    private final JsonFactory factory =
            JsonFactory.builder().disable(JsonFactory.Feature.INTERN_FIELD_NAMES).build();

    private final BiConsumer<RowKind, Row> rows;

    /**
     * @param rows takes the rows
     */
    public DocumentReader(BiConsumer<RowKind, Row> rows) {
        this.rows = rows;
    }

    /**
     * Reads a document.
     *
     * @param in begins with it; is read beyond its end
     * @param beyond takes the bytes that were read beyond its end
     * @throws IOException if it is cut, damaged, of a newer version or cannot be merged: one line
     *     that says which
     */
    void read(InputStream in, ByteArrayOutputStream beyond) throws IOException {
        boolean merged = false;
        try (JsonParser parser = factory.createParser(in)) {
            parser.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                if (VERSION.equals(name) && parser.getValueAsLong() > NEWEST) {
                    throw new IOException(
                            "a document of version "
                                    + parser.getValueAsLong()
                                    + ", this tlsleak reads "
                                    + NEWEST
                                    + ": use a newer tlsleak.jar");
                }
                if (MERGE.equals(name) && parser.currentToken() == JsonToken.START_OBJECT) {
                    merge(parser);
                    merged = true;
                } else {
                    skip(parser);
                }
            }
            if (parser.currentToken() != JsonToken.END_OBJECT) {
                throw new IOException("it has no end");
            }
            parser.releaseBuffered(beyond);
        }
        if (!merged) {
            throw new IOException(
                    "a document without its field "
                            + MERGE
                            + ", of tlsleak 0.1.0 or cut out by another program: write it again"
                            + " with report --format json");
        }
    }

    /** Skips a value. A document that ends in it is cut. */
    private static void skip(JsonParser in) throws IOException {
        in.skipChildren();
        if (in.currentToken() == null) {
            throw new IOException("it has no end");
        }
    }

    private void merge(JsonParser in) throws IOException {
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            RowKind kind = RowKind.of(in.currentName());
            if (in.nextToken() != JsonToken.START_ARRAY || kind == null) {
                skip(in);
                continue;
            }
            while (in.nextToken() == JsonToken.START_OBJECT) {
                rows.accept(kind, row(in));
            }
        }
    }

    private static Row row(JsonParser in) throws IOException {
        Row row = new Row();
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            RowField field = RowField.of(in.currentName());
            JsonToken value = in.nextToken();
            if (field == null) {
                skip(in);
            } else if (value == JsonToken.START_ARRAY) {
                row.put(field, list(in));
            } else {
                Object single = single(in);
                if (single instanceof Long) {
                    row.put(field, (Long) single);
                } else {
                    row.put(field, (String) single);
                }
            }
        }
        return row;
    }

    private static List<Object> list(JsonParser in) throws IOException {
        List<Object> list = new ArrayList<>();
        for (JsonToken t = in.nextToken(); t != JsonToken.END_ARRAY; t = in.nextToken()) {
            if (t == null) {
                throw new IOException("it has no end");
            }
            Object single = single(in);
            if (single != null && list.size() < MAX_ELEMENTS) {
                list.add(single);
            }
        }
        return list;
    }

    /** A text or a number; null if it is neither. */
    private static @Nullable Object single(JsonParser in) throws IOException {
        if (in.currentToken() == JsonToken.VALUE_STRING) {
            return PlainText.printable(PlainText.cut(in.getText(), MAX_TEXT));
        }
        if (in.currentToken() == JsonToken.VALUE_NUMBER_INT) {
            return in.getLongValue();
        }
        skip(in);
        return null;
    }
}
