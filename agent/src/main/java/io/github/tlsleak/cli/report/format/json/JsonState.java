package io.github.tlsleak.cli.report.format.json;

import io.github.tlsleak.cli.report.model.Analysis;
import io.github.tlsleak.cli.report.read.DocumentReader;
import io.github.tlsleak.cli.report.row.Row;
import io.github.tlsleak.cli.report.row.RowKind;
import io.github.tlsleak.cli.report.row.RowSink;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Writes the state of the JSON document: a row a line, by kind. Used by one thread. */
final class JsonState implements RowSink {

    private final JsonWriter out;
    private @Nullable RowKind current;

    private JsonState(JsonWriter out) {
        this.out = out;
    }

    static void write(Analysis analysis, JsonWriter out) throws IOException {
        out.object(DocumentReader.MERGE);
        JsonState state = new JsonState(out);
        analysis.save(state);
        state.end();
        out.endObject();
    }

    @Override
    public void row(RowKind kind, Row row) throws IOException {
        if (kind != current) {
            end();
            out.array(kind.json());
            current = kind;
        }
        out.row(row);
    }

    private void end() throws IOException {
        if (current != null) {
            out.endArray();
        }
    }
}
