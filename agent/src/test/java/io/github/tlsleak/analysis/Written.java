package io.github.tlsleak.analysis;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;

/** A report as text. */
final class Written {

    private Written() {}

    static String text(Path report) throws IOException {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        TextReport.write(Analysis.of(report), report.getFileName().toString(), out);
        out.flush();
        return text.toString();
    }
}
