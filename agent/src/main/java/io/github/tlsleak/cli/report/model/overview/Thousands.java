package io.github.tlsleak.cli.report.model.overview;

/** Writes numbers with a comma between thousands, as the page's script does. Stateless. */
public final class Thousands {

    private static final int GROUP = 3;

    private Thousands() {}

    /** For example {@code 84,062}. */
    public static String text(long number) {
        StringBuilder text = new StringBuilder(Long.toString(number));
        int begin = number < 0 ? 1 : 0;
        for (int at = text.length() - GROUP; at > begin; at -= GROUP) {
            text.insert(at, ',');
        }
        return text.toString();
    }

    /** A number with its noun: {@code 1 leak}, {@code 2,000 leaks}. */
    public static String count(long number, String noun) {
        return text(number) + " " + noun + (number == 1 ? "" : "s");
    }
}
