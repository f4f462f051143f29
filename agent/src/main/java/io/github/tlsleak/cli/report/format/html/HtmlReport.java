package io.github.tlsleak.cli.report.format.html;

import java.io.IOException;
import java.io.Writer;

/**
 * Writes a JSON document as one HTML file that needs no other file. Styles, scripts and data are
 * inside. Its content-security policy lets only those scripts run. The same document gives the same
 * bytes. Stateless.
 */
public final class HtmlReport {

    private static final String DATA = "data";

    private HtmlReport() {}

    /** Writes the JSON document. Called once, by the thread that writes the page. */
    @FunctionalInterface
    public interface Json {

        /**
         * Writes one JSON document.
         *
         * @param out takes the document; neither flushed nor closed
         * @throws IOException from {@code out}
         */
        void writeTo(Writer out) throws IOException;
    }

    /**
     * Writes the page of an analysis.
     *
     * @param json the JSON document; no text in it is executed
     * @param out takes the page, to be encoded in UTF-8; neither flushed nor closed
     * @throws IOException from {@code out}
     */
    public static void write(String json, Writer out) throws IOException {
        write(HtmlPage.REPORT, data -> data.write(json), out);
    }

    /**
     * Writes a page without holding the document in memory.
     *
     * @param page shows the document
     * @param json writes the JSON document; no text in it is executed
     * @param out takes the page, to be encoded in UTF-8; neither flushed nor closed
     * @throws IOException from {@code out} or from {@code json}
     */
    public static void write(HtmlPage page, Json json, Writer out) throws IOException {
        HtmlParts parts = new HtmlParts(page);
        String template = parts.template();
        int at = 0;
        for (int open = template.indexOf("{{"); open >= 0; open = template.indexOf("{{", at)) {
            int close = template.indexOf("}}", open);
            out.write(template, at, open - at);
            String name = template.substring(open + 2, close);
            if (name.equals(DATA)) {
                json.writeTo(new HtmlData(out));
            } else {
                out.write(parts.named(name));
            }
            at = close + 2;
        }
        out.write(template, at, template.length() - at);
    }
}
