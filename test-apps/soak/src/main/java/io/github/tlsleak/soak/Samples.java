package io.github.tlsleak.soak;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the program takes of its machine while it does nothing and garbage was collected: one sample
 * after each round. Used by one thread.
 */
final class Samples {

    private final String when;
    private final Map<Figure, List<Long>> samples = new EnumMap<>(Figure.class);

    /**
     * @param when a word for the table
     */
    Samples(String when) {
        this.when = when;
    }

    void take(Target target) throws IOException, InterruptedException {
        Map<Figure, Long> figures = of(target.ask("figures"));
        figures.put(Figure.NATIVE, nativeBytes(target.jcmd("VM.native_memory", "summary")));
        figures.forEach(
                (f, value) -> samples.computeIfAbsent(f, k -> new ArrayList<>()).add(value));
    }

    /** Reads what the program says of itself: {@code heap 123 threads 12 ...}. */
    static Map<Figure, Long> of(String line) {
        Map<Figure, Long> figures = new EnumMap<>(Figure.class);
        String[] words = line.split(" ");
        for (Figure figure : Figure.values()) {
            for (int i = 0; i + 1 < words.length; i += 2) {
                if (words[i].equals(figure.word())) {
                    figures.put(figure, Long.parseLong(words[i + 1]));
                }
            }
        }
        return figures;
    }

    /** The collector gives and takes the heap's memory as it likes: it does not count. */
    static long nativeBytes(String summary) {
        return (committed(summary, "Total:") - committed(summary, "Java Heap")) * 1024;
    }

    private static long committed(String summary, String part) {
        String digits = summary.replaceAll("(?s).*?" + part + "[^\\n]*committed=(\\d+)KB.*", "$1");
        return Long.parseLong(digits);
    }

    /** Rows of the table of figures. */
    List<String> rows() {
        List<String> rows = new ArrayList<>();
        for (Figure figure : Figure.values()) {
            List<Long> values = samples.getOrDefault(figure, List.of());
            Flatness flatness = Flatness.of(values, figure.tolerance());
            rows.add(
                    String.format(
                            Locale.ROOT,
                            "  %-9s %-11s %3d samples  %9s -> %9s  (at most +%s)  %s",
                            when,
                            figure.word(),
                            values.size(),
                            figure.text(flatness.first()),
                            figure.text(flatness.last()),
                            figure.text(figure.tolerance()),
                            verdict(flatness)));
        }
        return rows;
    }

    private static String verdict(Flatness flatness) {
        if (!flatness.judged()) {
            return "not judged: fewer than " + Flatness.FEWEST + " samples";
        }
        return flatness.flat() ? "flat" : "GROWS";
    }

    /** Complains about each figure that is not flat. */
    void judge(Complaints complaints) {
        samples.forEach(
                (figure, values) -> {
                    Flatness flatness = Flatness.of(values, figure.tolerance());
                    if (!flatness.flat()) {
                        complaints.add(
                                figure.word()
                                        + " grows while "
                                        + when
                                        + ": "
                                        + figure.text(flatness.first())
                                        + " -> "
                                        + figure.text(flatness.last())
                                        + "; all: "
                                        + values.stream().map(figure::text).toList());
                    }
                });
    }
}
