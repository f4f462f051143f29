package io.github.tlsleak.common.options;

import io.github.tlsleak.common.text.DidYouMean;
import java.nio.file.InvalidPathException;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Turns the text of an option into its value. Stateless, thread-safe.
 *
 * <p>Every method that parses throws {@link IllegalArgumentException} on a bad text. The message
 * says what is allowed and suggests a value: {@code "not true or false; did you mean true?"}.
 */
public final class OptionValues {

    private static final int MAX_DIGITS = 18;
    private static final int MAX_SHOWN = 100;

    private OptionValues() {}

    /** Exactly {@code true} or {@code false}. */
    static boolean bool(String text) {
        if (text.equals("true")) {
            return true;
        }
        if (text.equals("false")) {
            return false;
        }
        throw bad("not true or false", text, Arrays.asList("true", "false"));
    }

    /** A whole number from {@code min} to {@code max}, both included. */
    static long integer(String text, long min, long max) {
        long value = countDigits(text) == text.length() ? number(text) : -1;
        if (value < min || value > max) {
            String range = max == Integer.MAX_VALUE ? min + " upwards" : min + " to " + max;
            throw new IllegalArgumentException("not a whole number from " + range);
        }
        return value;
    }

    /** {@code 250ms}, {@code 60s}, {@code 5m}, {@code 2h} in milliseconds; 0 for {@code off}. */
    static long duration(String text) {
        if (text.equals("off")) {
            return 0;
        }
        long value = scaled(text, "ms", 1, "s", 1_000, "m", 60_000, "h", 3_600_000);
        if (value >= 0) {
            return value;
        }
        String what = "not a duration such as 250ms, 60s, 5m, 2h or off";
        if (text.equals("0")) {
            throw new IllegalArgumentException(what + "; did you mean off?");
        }
        throw bad(what, text, durations(text.substring(0, countDigits(text))));
    }

    /** {@code 512k}, {@code 64m}, {@code 1g} (powers of 1024) or a plain number, in bytes. */
    static long size(String text) {
        long value = scaled(text, "", 1, "k", 1L << 10, "m", 1L << 20, "g", 1L << 30);
        if (value >= 0) {
            return value;
        }
        String digits = text.substring(0, countDigits(text));
        throw bad("not a size such as 512k, 64m or 1g", text, sizes(digits));
    }

    /** Permissions of a file as three or four octal digits, {@code 640} or {@code 0640}. */
    static long mode(String text) {
        boolean four = text.length() == 4 && text.charAt(0) == '0';
        if (text.length() != 3 && !four) {
            throw new IllegalArgumentException("not three octal digits such as 0640");
        }
        long bits = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = Character.digit(text.charAt(i), 8);
            if (digit < 0) {
                throw new IllegalArgumentException("not three octal digits such as 0640");
            }
            bits = bits * 8 + digit;
        }
        if ((bits & 0111) != 0) {
            throw new IllegalArgumentException("nobody executes a report; did you mean 0640?");
        }
        if ((bits & 0002) != 0) {
            throw new IllegalArgumentException("anybody could write to it; did you mean 0644?");
        }
        if ((bits & 0600) != 0600) {
            throw new IllegalArgumentException("its owner must read and write; did you mean 0640?");
        }
        return bits;
    }

    /**
     * The name of a file, as it is. Whoever uses the file later need not expect that there can be
     * none of such a name.
     */
    static String fileName(String text) {
        try {
            Paths.get(text);
            return text;
        } catch (InvalidPathException e) {
            // its message repeats the text
            throw new IllegalArgumentException("not a file name", e);
        }
    }

    /** Comma-separated words, each trimmed. Empty words are left out. */
    static List<String> list(String text) {
        List<String> words = new ArrayList<>();
        int start = 0;
        while (start <= text.length()) {
            int comma = text.indexOf(',', start);
            int end = comma < 0 ? text.length() : comma;
            String word = text.substring(start, end).trim();
            if (!word.isEmpty()) {
                words.add(word);
            }
            start = end + 1;
        }
        return Collections.unmodifiableList(words);
    }

    /**
     * Makes a text fit for a message of one line: no control characters, 100 characters at most,
     * and no password or query of a URL.
     */
    public static String show(String given) {
        String text = isUrl(given) ? withoutSecrets(given) : given;
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < text.length() && i < MAX_SHOWN; i++) {
            char c = text.charAt(i);
            shown.append(Character.isISOControl(c) ? '?' : c);
        }
        return text.length() > MAX_SHOWN ? shown.append("...").toString() : shown.toString();
    }

    private static boolean isUrl(String text) {
        return text.contains("://");
    }

    private static String withoutSecrets(String url) {
        return url.replaceFirst("://[^/]*@", "://(hidden)@").replaceFirst("\\?.*", "?(hidden)");
    }

    /**
     * The number times the factor of its unit; -1 if the text is bad.
     *
     * @param units unit, factor, unit, factor and so on
     */
    private static long scaled(String text, Object... units) {
        int digits = countDigits(text);
        String unit = text.substring(digits).toLowerCase(Locale.ROOT);
        long number = number(text.substring(0, digits));
        for (int i = 0; i < units.length && number >= 0; i += 2) {
            long factor = ((Number) units[i + 1]).longValue();
            if (unit.equals(units[i])) {
                return number > Long.MAX_VALUE / factor ? -1 : number * factor;
            }
        }
        return -1;
    }

    private static int countDigits(String text) {
        int end = 0;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    /** The number; -1 if there are no digits, or more than 18. */
    private static long number(String digits) {
        return digits.isEmpty() || digits.length() > MAX_DIGITS ? -1 : Long.parseLong(digits);
    }

    private static List<String> durations(String digits) {
        return digits.isEmpty()
                ? Collections.singletonList("off")
                : Arrays.asList(digits + "s", digits + "ms", digits + "m", digits + "h");
    }

    private static List<String> sizes(String digits) {
        return digits.isEmpty()
                ? Collections.<String>emptyList()
                : Arrays.asList(digits + "m", digits + "k", digits + "g");
    }

    private static IllegalArgumentException bad(String what, String text, List<String> known) {
        return new IllegalArgumentException(what + DidYouMean.hint(text, known));
    }
}
