package io.github.tlsleak.cli.attach;

import org.jspecify.annotations.Nullable;

/** What a JVM answered. Immutable. */
public final class Reply {

    private final int code;
    private final String text;

    /**
     * @param code the exit code
     * @param text the text to print, with its line feed at the end
     */
    public Reply(int code, String text) {
        this.code = code;
        this.text = text;
    }

    /** Parses an answer; null if its first line is not a number of up to three digits. */
    static @Nullable Reply parse(String answer) {
        int end = answer.indexOf('\n');
        String code = answer.substring(0, Math.max(end, 0)).trim();
        return code.matches("\\d{1,3}")
                ? new Reply(Integer.parseInt(code), answer.substring(end + 1))
                : null;
    }

    /** The exit code, 0 for done. */
    public int code() {
        return code;
    }

    /** The text to print. */
    public String text() {
        return text;
    }
}
