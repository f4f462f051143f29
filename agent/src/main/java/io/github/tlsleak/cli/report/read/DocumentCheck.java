package io.github.tlsleak.cli.report.read;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads a document once before its rows count: half of a document would make totals that do not add
 * up. Stateless.
 */
final class DocumentCheck {

    private DocumentCheck() {}

    /**
     * Checks a file that begins with a document. A pipe cannot be read twice and is not checked.
     *
     * @throws DocumentException if the document is cut or damaged
     */
    static void check(ReportSource source) throws DocumentException {
        if (!source.isFile()) {
            return;
        }
        try (InputStream in = MaybeGzip.of(source.open())) {
            LineSplitter lines = new LineSplitter(in);
            if (lines.isAtDocument(DocumentReader.FORMAT, DocumentReader.NAME)) {
                read(lines);
            }
        } catch (DocumentException e) {
            throw e;
        } catch (IOException e) {
            // no document: who reads the lines tells of it
            return;
        }
    }

    private static void read(LineSplitter lines) throws DocumentException {
        try {
            new DocumentReader((kind, row) -> {}).read(lines.rest(), new ByteArrayOutputStream());
        } catch (IOException e) {
            throw new DocumentException(e);
        }
    }
}
