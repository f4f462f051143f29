package io.github.tlsleak.cli.report.format.text;

import io.github.tlsleak.common.text.PlainText;
import java.io.IOException;
import java.io.Writer;

/** Lines of text for a terminal or a file, with colours and breaks if wanted. One thread's. */
final class TextOut {

    /** How a line looks on a terminal; nothing but looks depends on it. */
    enum Style {
        PLAIN(""),
        BOLD("1"),
        RED("1;31"),
        YELLOW("1;33"),
        BLUE("1;34"),
        FAINT("2");

        private final String code;

        Style(String code) {
            this.code = code;
        }
    }

    private static final int LABEL = 12;

    private final Writer out;
    private final boolean colours;
    private final int width;

    /** Breaks prose at {@code width} columns; not at all if that is 0. */
    TextOut(Writer out, boolean colours, int width) {
        this.out = out;
        this.colours = colours;
        this.width = width;
    }

    /** An empty line. */
    void gap() throws IOException {
        out.write("\n");
    }

    void line(String text) throws IOException {
        line(Style.PLAIN, text);
    }

    void line(Style style, String text) throws IOException {
        // cleaned again: titles and options come from elsewhere
        String clean = PlainText.printable(text);
        boolean styled = colours && style != Style.PLAIN;
        out.write(styled ? "\u001b[" + style.code + "m" + clean + "\u001b[0m" : clean);
        out.write("\n");
    }

    /** A line {@code label text}; nothing if the text is null. */
    void field(String label, String text) throws IOException {
        if (text == null) {
            return;
        }
        StringBuilder line = new StringBuilder("  ").append(label);
        do {
            line.append(' ');
        } while (line.length() < LABEL);
        prose(line, text);
    }

    /** A line that is broken between words, later ones indented. */
    void prose(String text) throws IOException {
        prose(new StringBuilder(), text);
    }

    private void prose(StringBuilder line, String text) throws IOException {
        if (width == 0) {
            line(line + text);
            return;
        }
        int indent = line.length();
        for (String word : text.split(" ", -1)) {
            if (line.length() > indent && line.length() + word.length() >= width) {
                line(line.toString());
                line.setLength(0);
                while (line.length() < LABEL) {
                    line.append(' ');
                }
                indent = LABEL;
            } else if (line.length() > indent) {
                line.append(' ');
            }
            line.append(word);
        }
        line(line.toString());
    }
}
