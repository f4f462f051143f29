package io.github.tlsleak.cli.report.read;

import io.github.tlsleak.cli.report.row.Row;
import io.github.tlsleak.cli.report.row.RowKind;
import org.jspecify.annotations.Nullable;

/** Keeps the rows of documents that are on files, and gives everything to another handler. */
final class FilesHandler implements LineHandler {

    private final LineHandler handler;
    private final ReadFiles files;

    FilesHandler(LineHandler handler, ReadFiles files) {
        this.handler = handler;
        this.files = files;
    }

    @Override
    public void line(ReportLine line) {
        handler.line(line);
    }

    @Override
    public boolean knowsStack(ReportLine line) {
        return handler.knowsStack(line);
    }

    @Override
    public @Nullable String refusesDocuments() {
        return handler.refusesDocuments();
    }

    @Override
    public void nextDocument() {
        handler.nextDocument();
    }

    @Override
    public void row(RowKind kind, Row row) {
        files.row(kind, row);
        handler.row(kind, row);
    }
}
