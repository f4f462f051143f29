package io.github.tlsleak.cli.report.read;

import io.github.tlsleak.common.schema.ReportSchema;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads reports line by line. A line that is not one of a report is counted and left out; it never
 * ends the reading. Used by one thread.
 */
final class ReportReader implements AutoCloseable {

    /** Number of bytes after which a file without a line of a report is given up. */
    private static final long TRIAL_BYTES = 1 << 20;

    /** The types of lines, with the text fields that a line of each type must have. */
    private static final Map<String, List<Field>> TYPES = types();

    private final LineHandler handler;
    private final ParsedBatches batches;
    private final DocumentReader documentReader;
    private ReadProblems problems = new ReadProblems();
    private boolean empty;
    private long accepted;
    private long documents;

    /** Makes a reader that gives the lines to a handler. */
    ReportReader(LineHandler handler) {
        this.handler = handler;
        this.batches = new ParsedBatches(this::handle);
        this.documentReader = new DocumentReader(handler::row);
    }

    /**
     * Reads a stream to its end, or to the point where reading fails.
     *
     * @param in stays open
     * @param patient false: give up if the first megabyte has no line of a report
     * @return what was left out
     * @throws IOException if not even the first line could be read
     */
    ReadProblems read(InputStream in, boolean patient) throws IOException {
        problems = new ReadProblems();
        accepted = 0;
        empty = false;
        documents = 0;
        LineSplitter lines = new LineSplitter(in);
        try {
            lines(lines, patient);
            empty = lines.number() == 0 && documents == 0;
        } catch (DocumentException e) {
            throw e;
        } catch (IOException e) {
            if (accepted == 0) {
                throw e;
            }
            problems.add(ReadProblems.Kind.BROKEN, lines.number());
        }
        return problems;
    }

    private void lines(LineSplitter lines, boolean patient) throws IOException {
        LineBatch batch = batches.next();
        try {
            do {
                if (isAtDocument(lines)) {
                    batch = handleAll(batch);
                    documents(lines);
                }
                if (!lines.next()) {
                    break;
                }
                batch.add(lines);
                if (batch.isFull() && accepted == 0) {
                    batch = handleAll(batch);
                } else if (batch.isFull()) {
                    batches.add(batch);
                    batch = batches.next();
                }
            } while (patient || accepted > 0 || lines.bytesRead() < TRIAL_BYTES);
        } finally {
            handleAll(batch);
        }
    }

    /** Handles all lines so far. Returns an empty batch. */
    private LineBatch handleAll(LineBatch batch) {
        batches.add(batch);
        batches.drain();
        return batches.next();
    }

    private static boolean isAtDocument(LineSplitter lines) throws IOException {
        return lines.isAtDocument(DocumentReader.FORMAT, DocumentReader.NAME);
    }

    /** Reads the documents that come next. */
    private void documents(LineSplitter lines) throws IOException {
        while (isAtDocument(lines)) {
            ByteArrayOutputStream beyond = new ByteArrayOutputStream();
            String refusal = handler.refusesDocuments();
            if (refusal != null) {
                throw new DocumentException(new IOException(refusal));
            }
            handler.nextDocument();
            try {
                documentReader.read(lines.rest(), beyond);
            } catch (IOException e) {
                throw new DocumentException(e);
            }
            documents++;
            lines.putBack(beyond.toByteArray());
            // the rest of the line that it ends in
            while (lines.isAtBlank()) {
                lines.skip();
            }
        }
    }

    @Override
    public void close() {
        batches.close();
    }

    /** Number of documents in the last stream. */
    long documents() {
        return documents;
    }

    /** Number of lines in the last stream that were lines of a report. */
    long accepted() {
        return accepted;
    }

    /** Whether the last stream was empty. */
    boolean wasEmpty() {
        return empty;
    }

    private void handle(LineBatch batch) {
        for (int i = 0; i < batch.size(); i++) {
            if (!batch.isBlank(i)) {
                handle(batch, i);
            }
        }
    }

    private void handle(LineBatch batch, int i) {
        ReportLine line = batch.line(i);
        long number = batch.number(i);
        if (line != null && batch.isCut(i) && !handler.knowsStack(line)) {
            batch.restore(i, batches.parser());
            line = batch.line(i);
        }
        if (line == null) {
            boolean begun = batch.isBegun(i);
            ReadProblems.Kind kind = begun ? ReadProblems.Kind.DAMAGED : ReadProblems.Kind.FOREIGN;
            problems.add(begun && !batch.isEnded(i) ? ReadProblems.Kind.UNFINISHED : kind, number);
        } else if (line.type() == null) {
            problems.add(ReadProblems.Kind.FOREIGN, number);
        } else if (!TYPES.containsKey(line.type())) {
            problems.addUnknown(line.type(), number);
        } else if (!hasTexts(line, TYPES.get(line.type()))) {
            problems.add(ReadProblems.Kind.DAMAGED, number);
        } else {
            accept(line);
        }
    }

    private void accept(ReportLine line) {
        accepted++;
        if (line.number(Field.SCHEMA, ReportSchema.VERSION) > ReportSchema.VERSION) {
            problems.newerSchema(line.number(Field.SCHEMA, ReportSchema.VERSION));
        }
        handler.line(line);
    }

    private static boolean hasTexts(ReportLine line, List<Field> fields) {
        for (int i = 0; i < fields.size(); i++) {
            if (line.text(fields.get(i)) == null) {
                return false;
            }
        }
        return true;
    }

    private static Map<String, List<Field>> types() {
        List<Field> none = new ArrayList<>();
        List<Field> site = Collections.singletonList(Field.SITE);
        List<Field> finding = Arrays.asList(Field.SITE, Field.VERDICT);
        Map<String, List<Field>> types = new HashMap<>();
        types.put(ReportSchema.META, none);
        types.put(ReportSchema.SUMMARY, none);
        types.put(ReportSchema.SITE_LINE, site);
        types.put(ReportSchema.SKIPPED, site);
        types.put(ReportSchema.LEAK, finding);
        types.put(ReportSchema.OPEN_LINE, finding);
        types.put(ReportSchema.RECLOSED, finding);
        types.put(ReportSchema.CONTEXT, finding);
        types.put(ReportSchema.SESSIONS_LINE, finding);
        return types;
    }
}
