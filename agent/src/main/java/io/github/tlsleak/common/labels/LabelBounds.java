package io.github.tlsleak.common.labels;

import io.github.tlsleak.common.text.PlainText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps the labels of one process small, and says so once. Used by one thread. */
final class LabelBounds {

    private static final int SHOWN = 40;

    private int labels;
    private int tooMany;
    private int badNames;
    private int cutValues;
    private @Nullable String firstLeftOut;

    /** Whether there is room for a label of this name. */
    boolean allow(String name) {
        if (!LabelNames.isGood(name)) {
            badNames++;
        } else if (labels == Labels.MAX_LABELS) {
            tooMany++;
        } else {
            labels++;
            return true;
        }
        firstLeftOut = firstLeftOut == null ? name : firstLeftOut;
        return false;
    }

    /** The value, or its beginning. */
    String cut(String value) {
        if (value.length() <= Labels.MAX_VALUE) {
            return value;
        }
        cutValues++;
        int end = Labels.MAX_VALUE;
        return value.substring(0, Character.isHighSurrogate(value.charAt(end - 1)) ? end - 1 : end);
    }

    /** Adds one line if anything was left out or cut. */
    void tell(List<String> warnings) {
        StringBuilder text = new StringBuilder();
        add(text, tooMany, "left out (" + Labels.MAX_LABELS + " at most)");
        add(text, badNames, "left out (a name has " + LabelNames.RULE + ")");
        add(text, cutValues, "cut at " + Labels.MAX_VALUE + " characters");
        if (text.length() > 0) {
            String first =
                    firstLeftOut == null
                            ? ""
                            : "; the first one left out is '"
                                    + PlainText.printable(PlainText.cut(firstLeftOut, SHOWN))
                                    + "'";
            warnings.add("labels: " + text + first);
        }
    }

    private static void add(StringBuilder text, int count, String what) {
        if (count > 0) {
            text.append(text.length() == 0 ? "" : ", ");
            text.append(PlainText.count(count, "label")).append(' ').append(what);
        }
    }
}
