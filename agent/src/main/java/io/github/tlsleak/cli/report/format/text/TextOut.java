package io.github.tlsleak.cli.report.format.text;

import io.github.tlsleak.common.text.PlainText;
import java.io.IOException;
import java.io.Writer;
import org.jspecify.annotations.Nullable;

/** Writes lines of text, with colours and wrapping if they are wanted. Used by one thread. */
public final class TextOut {

    /** How a line looks on a terminal. */
    public enum Style {
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

    /**
     * @param colours whether lines have colours
     * @param width the column at which sentences are wrapped; 0: not at all
     */
    public TextOut(Writer out, boolean colours, int width) {
        this.out = out;
        this.colours = colours;
        this.width = width;
    }

    /** Writes an empty line. */
    public void gap() throws IOException {
        out.write("\n");
    }

    public void line(String text) throws IOException {
        line(Style.PLAIN, text);
    }

    public void line(Style style, String text) throws IOException {
        // titles and options come from the command line, not from the reader, which cleans texts
        String clean = PlainText.printable(text);
        boolean styled = colours && style != Style.PLAIN;
        out.write(styled ? "\u001b[" + style.code + "m" + clean + "\u001b[0m" : clean);
        out.write("\n");
    }

    /** Writes a line {@code label text}; nothing if the text is null. */
    public void field(String label, @Nullable String text) throws IOException {
        if (text == null) {
            return;
        }
        StringBuilder line = new StringBuilder("  ").append(label);
        do {
            line.append(' ');
        } while (line.length() < LABEL);
        prose(line, text);
    }

    /** Writes a sentence, wrapped between words. All lines but the first are indented. */
    public void prose(String text) throws IOException {
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
