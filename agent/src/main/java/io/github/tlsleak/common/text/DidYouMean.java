package io.github.tlsleak.common.text;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds the known word that is nearest to a mistyped word. Stateless, thread-safe. */
public final class DidYouMean {

    private static final int MAX_LENGTH = 64;

    /** Shorter words are the begin, or a part, of too many. */
    private static final int MIN_BEGIN = 3;

    private static final int MIN_PART = 4;

    private DidYouMean() {}

    /**
     * The end of a warning line.
     *
     * @return {@code "; did you mean X?"} or an empty string
     */
    public static String hint(String word, Iterable<String> known) {
        String nearest = nearest(word, known);
        return nearest == null ? "" : "; did you mean " + nearest + "?";
    }

    /**
     * The known word nearest to {@code word}. Case does not matter.
     *
     * @return null if no word is near, or if {@code word} is longer than 64 characters
     */
    public static @Nullable String nearest(String word, Iterable<String> known) {
        String given = word.toLowerCase(Locale.ROOT);
        if (given.isEmpty() || given.length() > MAX_LENGTH) {
            return null;
        }
        String best = null;
        // something of the word must be left
        int bestDistance = Math.min(Math.max(1, given.length() / 3), given.length() - 1) + 1;
        for (String candidate : known) {
            int distance = distance(given, candidate.toLowerCase(Locale.ROOT));
            if (distance < bestDistance) {
                best = candidate;
                bestDistance = distance;
            }
        }
        return best != null ? best : part(given, known);
    }

    /**
     * The known word that has the given one as a part: {@code stack.depth} for {@code depth}, or
     * the only one that begins with it or contains it.
     */
    private static @Nullable String part(String given, Iterable<String> known) {
        String first = null;
        String any = null;
        int firsts = 0;
        int others = 0;
        for (String candidate : known) {
            String lower = candidate.toLowerCase(Locale.ROOT);
            if (lower.endsWith("." + given)) {
                return candidate;
            }
            if (lower.startsWith(given)) {
                firsts++;
                first = candidate;
            } else if (lower.contains(given) && !isEndOf(any, candidate)) {
                others++;
                any = candidate;
            }
        }
        if (firsts == 1 && given.length() >= MIN_BEGIN) {
            return first;
        }
        return firsts + others == 1 && given.length() >= MIN_PART ? any : null;
    }

    /** A class with its package is no other word than its simple name. */
    private static boolean isEndOf(@Nullable String word, String longer) {
        return word != null && longer.endsWith("." + word);
    }

    /** The number of edits (insert, delete, replace, swap neighbours) between two words. */
    static int distance(String a, String b) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replace = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replace, Math.min(last[j], row[j - 1]) + 1);
                if (swapped(a, i, b, j)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }
        return last[b.length()];
    }

    private static boolean swapped(String a, int i, String b, int j) {
        return i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
    }
}
