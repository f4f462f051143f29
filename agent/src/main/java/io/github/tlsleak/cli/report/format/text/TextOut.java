package io.github.tlsleak.cli.report.format.text;

import io.github.tlsleak.cli.terminal.LineBreaks;
import io.github.tlsleak.cli.terminal.TextWidth;
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
    private final TextStyle look;

    public TextOut(Writer out, TextStyle look) {
        this.out = out;
        this.look = look;
    }

    /** The column at which text is wrapped. */
    int width() {
        return look.width == 0 ? Integer.MAX_VALUE : look.width;
    }

    /** Writes an empty line. */
    public void gap() throws IOException {
        out.write("\n");
    }

    public void line(String text) throws IOException {
        line(Style.PLAIN, text);
    }

    /** Writes a line as it is, whatever its length. */
    public void line(Style style, String text) throws IOException {
        // titles and options come from the command line, not from the reader, which cleans texts
        String clean = PlainText.printable(text).replace(LineBreaks.GLUE, ' ');
        boolean styled = look.colours && style != Style.PLAIN;
        out.write(styled ? "\u001b[" + style.code + "m" + clean + "\u001b[0m" : clean);
        out.write("\n");
    }

    /** Writes a line {@code label text}; nothing if the text is null. */
    public void field(String label, @Nullable String text) throws IOException {
        if (text != null) {
            String start = TextWidth.padded("  " + label, LABEL - 1) + " ";
            wrap(Style.PLAIN, start, LABEL, text);
        }
    }

    /** Writes a sentence, wrapped between words. All lines but the first are indented. */
    public void prose(String text) throws IOException {
        prose(Style.PLAIN, text);
    }

    /** The same in a style. The blanks that a text begins with indent its other lines, too. */
    public void prose(Style style, String text) throws IOException {
        int blanks = 0;
        while (blanks < text.length() && text.charAt(blanks) == ' ') {
            blanks++;
        }
        wrap(style, text.substring(0, blanks), blanks + 2, text.substring(blanks));
    }

    private void wrap(Style style, String start, int indent, String text) throws IOException {
        for (String line : LineBreaks.ofSentence(start, indent, text, width(), look.breaksFrames)) {
            line(style, line);
        }
    }

    /** Writes a line that other programs may read: it is wrapped on a terminal only. */
    public void fitted(Style style, String text) throws IOException {
        if (look.breaksFrames) {
            prose(style, text);
        } else {
            line(style, text);
        }
    }

    /** Writes a frame. One that is too long is broken before its file, or else behind a dot. */
    public void frame(Style style, String indent, String frame) throws IOException {
        int room = look.breaksFrames ? width() : Integer.MAX_VALUE;
        for (String line : LineBreaks.ofFrame(indent, frame, room)) {
            line(style, line);
        }
    }
}
