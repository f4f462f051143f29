package io.github.tlsleak.cli.out;

import io.github.tlsleak.common.text.DidYouMean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The format that --format names, or else the ending of --out. Immutable. */
public final class OutFormat {

    /** Endings, and the formats that such a file may have: the first one if none is named. */
    private static final Map<String, List<String>> ENDINGS = endings();

    private final List<String> known;

    /**
     * @param known the formats of a command, the default first
     */
    public OutFormat(List<String> known) {
        this.known = known;
    }

    private static Map<String, List<String>> endings() {
        Map<String, List<String>> endings = new LinkedHashMap<>();
        endings.put("html", Arrays.asList("html"));
        endings.put("htm", Arrays.asList("html"));
        endings.put("sarif", Arrays.asList("sarif"));
        endings.put("sarif.json", Arrays.asList("sarif"));
        endings.put("json", Arrays.asList("json", "sarif"));
        endings.put("folded", Arrays.asList("collapsed"));
        endings.put("collapsed", Arrays.asList("collapsed"));
        endings.put("txt", Arrays.asList("text", "collapsed"));
        endings.put("text", Arrays.asList("text", "collapsed"));
        return endings;
    }

    /**
     * The format of the answer.
     *
     * @param format the value of --format, if it is given
     * @param out the value of --out, if it is given
     * @throws IllegalArgumentException with one clear line: what is wrong, and what to do
     */
    public String chosen(@Nullable String format, @Nullable Path out) {
        if (format != null && !known.contains(format)) {
            throw wrong("--format " + format + ": expected one of " + names(), format, known);
        }
        if (out == null || isSpecial(out)) {
            return format == null ? known.get(0) : format;
        }
        String ending = ending(out);
        if (ending.equals("gz")) {
            throw new IllegalArgumentException(
                    "--out " + out + ": no gzip is written; name the file without .gz");
        }
        List<String> meant = ENDINGS.get(ending);
        if (meant != null) {
            return agreed(format, out, meant);
        }
        if (format == null && DidYouMean.nearest(ending, ENDINGS.keySet()) != null) {
            String what = "--out " + out + ": no format has the ending ." + ending;
            throw wrong(what, ending, ENDINGS.keySet());
        }
        return format == null ? known.get(0) : format;
    }

    /** One line on a file whose ending says nothing; null if there is nothing to say. */
    public @Nullable String hint(@Nullable String format, @Nullable Path out) {
        if (format != null || out == null || isSpecial(out)) {
            return null;
        }
        String ending = ending(out);
        return ending.isEmpty() || ENDINGS.containsKey(ending)
                ? null
                : out
                        + (": the ending ." + ending + " names no format, so this is ")
                        + (known.get(0) + "; --format names another of " + names());
    }

    private String agreed(@Nullable String format, Path out, List<String> meant) {
        if (format == null) {
            if (known.contains(meant.get(0))) {
                return meant.get(0);
            }
            throw new IllegalArgumentException(
                    ("--out " + out + ": no " + meant.get(0) + " is written here;")
                            + (" expected one of " + names()));
        }
        if (meant.contains(format)) {
            return format;
        }
        throw new IllegalArgumentException(
                ("--format " + format + " contradicts --out " + out + ", which is to be ")
                        + (meant.get(0) + " by its ending; leave one out, or change it"));
    }

    private String names() {
        return String.join(", ", known);
    }

    private static IllegalArgumentException wrong(
            String what, String word, Iterable<String> words) {
        return new IllegalArgumentException(what + DidYouMean.hint(word, words));
    }

    /** Without its dot and in small letters; empty if the name has none. */
    private static String ending(Path out) {
        Path file = out.getFileName();
        String name = file == null ? "" : file.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".sarif.json")) {
            return "sarif.json";
        }
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? "" : name.substring(dot + 1);
    }

    /** Whether it is a device or a pipe, such as /dev/stdout. */
    private static boolean isSpecial(Path out) {
        return Files.exists(out) && !Files.isRegularFile(out);
    }
}
