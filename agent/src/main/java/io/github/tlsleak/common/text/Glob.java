package io.github.tlsleak.common.text;

/**
 * A pattern in which {@code *} stands for any number of characters, dots included. Every other
 * character stands for itself. Matches whole texts only. Immutable, thread-safe.
 */
public final class Glob {

    private final String pattern;

    public Glob(String pattern) {
        this.pattern = pattern;
    }

    /** Whether the whole text matches. Takes at most text length times pattern length steps. */
    public boolean matches(String text) {
        int p = 0;
        int t = 0;
        int star = -1;
        int starText = 0;
        while (t < text.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                starText = t;
            } else if (p < pattern.length() && pattern.charAt(p) == text.charAt(t)) {
                p++;
                t++;
            } else if (star >= 0) {
                // the last star takes one character more; earlier stars need no second try
                p = star + 1;
                t = ++starText;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }

    /** Whether a rendered frame matches, with or without {@code (File.java:42)} at its end. */
    public boolean matchesFrame(String frame) {
        if (matches(frame)) {
            return true;
        }
        int paren = frame.indexOf('(');
        return paren >= 0 && matches(frame.substring(0, paren));
    }

    @Override
    public String toString() {
        return pattern;
    }
}
