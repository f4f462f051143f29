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

    /** What begins the name of a part that differs from report to report. */
    private static final String STATIC = "static ";

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

    /** Writes what is readable without the script. Called by the thread that writes the page. */
    @FunctionalInterface
    public interface Readable {

        /** The script draws everything. */
        Readable NOTHING = (name, out) -> {};

        /**
         * Writes one part.
         *
         * @param name of the part, as the template names it
         * @param out takes elements and text, already escaped; neither flushed nor closed
         * @throws IOException from {@code out}
         */
        void write(String name, Writer out) throws IOException;
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

    /** Writes a page that its script draws. */
    public static void write(HtmlPage page, Json json, Writer out) throws IOException {
        write(page, Readable.NOTHING, json, out);
    }

    /**
     * Writes a page without holding the document in memory.
     *
     * @param page shows the document
     * @param readable writes what is readable without the script
     * @param json writes the JSON document; no text in it is executed
     * @param out takes the page, to be encoded in UTF-8; neither flushed nor closed
     * @throws IOException from {@code out} or from {@code json}
     */
    public static void write(HtmlPage page, Readable readable, Json json, Writer out)
            throws IOException {
        HtmlParts parts = new HtmlParts(page);
        String template = parts.template();
        int at = 0;
        for (int open = template.indexOf("{{"); open >= 0; open = template.indexOf("{{", at)) {
            int close = template.indexOf("}}", open);
            out.write(template, at, open - at);
            String name = template.substring(open + 2, close);
            if (name.equals(DATA)) {
                json.writeTo(new HtmlData(out));
            } else if (name.startsWith(STATIC)) {
                readable.write(name.substring(STATIC.length()), out);
            } else {
                out.write(parts.named(name));
            }
            at = close + 2;
        }
        out.write(template, at, template.length() - at);
    }
}
