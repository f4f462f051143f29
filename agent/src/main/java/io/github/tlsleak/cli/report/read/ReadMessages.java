package io.github.tlsleak.cli.report.read;

import io.github.tlsleak.cli.report.row.Row;
import io.github.tlsleak.cli.report.row.RowField;
import io.github.tlsleak.cli.report.row.RowKind;
import io.github.tlsleak.cli.report.row.RowSink;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Messages of one kind on files, in the order of their texts. Keeps 100: of more those first in the
 * alphabet, so that the order in which they come does not matter. Used by one thread.
 */
final class ReadMessages {

    private static final int MAX_MESSAGES = 100;

    private final List<Message> messages = new ArrayList<>();
    private final boolean errors;
    private long more;

    /**
     * @param errors whether these are files that could not be read
     */
    ReadMessages(boolean errors) {
        this.errors = errors;
    }

    /**
     * Adds a message.
     *
     * @param source the file to be named before the text, or null
     */
    void add(@Nullable String source, String text) {
        Message message = new Message(source == null ? "" : source, text);
        int at = Collections.binarySearch(messages, message, Message.ORDER);
        messages.add(at < 0 ? -at - 1 : at, message);
        if (messages.size() > MAX_MESSAGES) {
            messages.remove(MAX_MESSAGES);
            more++;
        }
    }

    /** Adds the message of a row. */
    void load(Row row) {
        String text = row.text(RowField.TEXT);
        more += row.count(RowField.MORE);
        if (text != null) {
            add(row.text(RowField.SOURCE), text);
        }
    }

    void save(RowSink sink) throws IOException {
        for (Message message : messages) {
            Row row = new Row().putIfAny(RowField.ERROR, errors ? 1 : 0);
            row.put(RowField.SOURCE, message.source.isEmpty() ? null : message.source);
            sink.row(RowKind.MESSAGE, row.put(RowField.TEXT, message.text));
        }
        if (more > 0) {
            Row row = new Row().putIfAny(RowField.ERROR, errors ? 1 : 0);
            sink.row(RowKind.MESSAGE, row.put(RowField.MORE, more));
        }
    }

    /**
     * The messages.
     *
     * @param named whether each begins with the name of its file
     * @param what their kind, for the last line if there are too many
     */
    List<String> lines(boolean named, String what) {
        List<String> lines = new ArrayList<>();
        for (Message message : messages) {
            boolean whole = named && !message.source.isEmpty();
            lines.add(whole ? message.source + ": " + message.text : message.text);
        }
        if (more > 0) {
            lines.add("and " + more + " more " + what);
        }
        return lines;
    }

    /** A text on a file. Immutable. */
    private static final class Message {

        private static final Comparator<Message> ORDER =
                Comparator.<Message, String>comparing(message -> message.source)
                        .thenComparing(message -> message.text);

        private final String source;
        private final String text;

        Message(String source, String text) {
            this.source = source;
            this.text = text;
        }
    }
}
