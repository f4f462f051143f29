package io.github.tlsleak.cli.report.format.html;

import java.io.IOException;
import java.io.Writer;

/**
 * Escapes JSON so that it may stand inside an HTML element. Every character that could end the
 * element or begin another, and every character beyond ASCII, becomes a JSON escape. In valid JSON
 * such characters occur in strings only, where the escape means the same. Used by one thread.
 */
final class HtmlData extends Writer {

    private static final String HEX = "0123456789abcdef";

    private final Writer out;

    HtmlData(Writer out) {
        this.out = out;
    }

    @Override
    public void write(char[] text, int offset, int length) throws IOException {
        int from = offset;
        for (int i = offset; i < offset + length; i++) {
            if (isUnsafe(text[i])) {
                out.write(text, from, i - from);
                escape(text[i]);
                from = i + 1;
            }
        }
        out.write(text, from, offset + length - from);
    }

    private static boolean isUnsafe(char c) {
        return c == '<' || c == '>' || c == '&' || c > '~';
    }

    private void escape(char c) throws IOException {
        out.write("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            out.write(HEX.charAt((c >> shift) & 0xf));
        }
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    /** Leaves the page open, because it goes on after the data. */
    @Override
    public void close() throws IOException {
        out.flush();
    }
}
