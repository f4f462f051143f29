package io.github.tlsleak.cli.report.format.text;

import io.github.tlsleak.cli.terminal.TextWidth;
import java.util.ArrayList;
import java.util.List;

/** Where text may be broken: never inside a word, nor between a number and its noun. Stateless. */
final class TextWords {

    private TextWords() {}

    /** A blank at which a line is not broken. */
    static final char GLUE = '\u00a0';

    /**
     * The words of a text. A number is one word with the word behind it; a second blank before a
     * word belongs to it.
     */
    static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        boolean number = false;
        String blanks = "";
        for (String word : text.split(" ", -1)) {
            if (word.isEmpty()) {
                blanks += " ";
                continue;
            }
            if (number && blanks.isEmpty()) {
                int last = words.size() - 1;
                words.set(last, words.get(last) + GLUE + word);
            } else {
                words.add(blanks + word);
            }
            blanks = "";
            number = isNumber(word);
        }
        return words;
    }

    private static boolean isNumber(String word) {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if ((c < '0' || c > '9') && c != '.') {
                return false;
            }
        }
        return !word.isEmpty();
    }

    /**
     * Where the first line of a frame ends that has room for some columns; 0: it has no such end.
     */
    static int breakOfFrame(String frame, int columns) {
        String room = TextWidth.cut(frame, columns);
        int paren = frame.indexOf('(');
        if (paren > 0 && paren <= room.length()) {
            return paren;
        }
        return room.lastIndexOf('.') + 1;
    }
}
