package io.github.tlsleak.cli.report.model.names;

/**
 * What the names of a pool's threads have in common: {@code http-nio-8443-exec-*}. A number becomes
 * a star if it ends the name, perhaps with brackets behind it, if it stands in brackets, or if it
 * has six digits or more. A number behind a colon, or behind a digit and a dot, at the end stays:
 * it is a port, or part of an address. Names that differ by more than such numbers stay apart, so a
 * star or backslash in a name gets a backslash. Stateless.
 */
public final class ThreadPool {

    /** Ports and small numbers of a program have fewer digits; identity hashes have more. */
    private static final int LONG = 6;

    private static final String OPENING = "([{<";
    private static final String CLOSING = ")]}> ";

    private ThreadPool() {}

    /** The name with a star for each number that tells threads of a pool apart. */
    public static String of(String name) {
        StringBuilder folded = null;
        int kept = 0;
        int end = endOfNumbers(name);
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (isDigit(c)) {
                int from = i;
                while (i + 1 < name.length() && isDigit(name.charAt(i + 1))) {
                    i++;
                }
                if (tellsApart(name, from, i + 1, end)) {
                    folded = folded == null ? new StringBuilder(name.length()) : folded;
                    folded.append(name, kept, from).append('*');
                    kept = i + 1;
                }
            } else if (c == '*' || c == '\\') {
                folded = folded == null ? new StringBuilder(name.length() + 2) : folded;
                folded.append(name, kept, i).append('\\').append(c);
                kept = i + 1;
            }
        }
        return folded == null ? name : folded.append(name, kept, name.length()).toString();
    }

    private static boolean tellsApart(String name, int from, int to, int end) {
        if (to - from >= LONG) {
            return true;
        }
        char before = from == 0 ? ' ' : name.charAt(from - 1);
        if (to < name.length()
                && OPENING.indexOf(before) >= 0
                && CLOSING.indexOf(name.charAt(to)) >= 0) {
            return true;
        }
        boolean address = before == '.' && from > 1 && isDigit(name.charAt(from - 2));
        return to == end && before != ':' && !address;
    }

    /** Where the name ends without closing brackets and blanks. */
    private static int endOfNumbers(String name) {
        int end = name.length();
        while (end > 0 && CLOSING.indexOf(name.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    /** Of ASCII alone: other digits may be letters of a name. */
    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
