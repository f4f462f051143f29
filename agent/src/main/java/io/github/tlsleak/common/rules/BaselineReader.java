package io.github.tlsleak.common.rules;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;

/** Reads the text of one baseline file. Used by one thread. */
final class BaselineReader {

    /** The newest schema that this version reads. */
    private static final int SCHEMA = 2;

    private static final String TITLE = "# tlsleak baseline";
    private static final String TITLE_WITH_SCHEMA = TITLE + ", schema ";
    private static final String AGAIN =
            "; write it again with: tlsleak report FILE... --write-baseline";

    /** What git leaves in a file that two branches have changed. */
    private static final String[] CONFLICT = {"<<<<<<<", "|||||||", "=======", ">>>>>>>"};

    private final Path file;
    private final String text;
    private final LongStream.Builder found = LongStream.builder();
    private boolean titled;
    private boolean old;
    private int entries;
    private int wrong;
    private int firstWrong;

    BaselineReader(Path file, String text) {
        this.file = file;
        this.text = text;
    }

    /**
     * Reads all lines.
     *
     * @param warnings one line is added if lines are wrong, or if there is no site
     * @throws IOException why the file must not be used, without its name
     */
    Baseline read(List<String> warnings) throws IOException {
        BufferedReader reader = new BufferedReader(new StringReader(text));
        int number = 0;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            line(line.trim(), ++number);
        }
        if (wrong > 0) {
            warnings.add(
                    "baseline "
                            + file
                            + ":"
                            + firstWrong
                            + ": does not begin with a fingerprint of 16 hex digits; "
                            + (wrong == 1 ? "line skipped" : wrong + " such lines skipped"));
        } else if (entries == 0 && !titled) {
            warnings.add("baseline " + file + ": is empty, so every site is new" + AGAIN);
        }
        return new Baseline(file, found.build().sorted().distinct().toArray(), old && entries > 0);
    }

    private void line(String line, int number) throws IOException {
        if (Baseline.beginsWithFingerprint(line)) {
            entries++;
            found.add(Long.parseUnsignedLong(line.substring(0, 16), 16));
        } else if (line.startsWith(TITLE)) {
            title(line);
        } else if (isConflict(line)) {
            throw new IOException(
                    "line "
                            + number
                            + " is a conflict marker of git; keep the lines of both sides, and"
                            + " remove the markers");
        } else if (!line.isEmpty() && line.charAt(0) != '#') {
            firstWrong = wrong++ == 0 ? number : firstWrong;
        }
    }

    private void title(String line) throws IOException {
        titled = true;
        old |= line.startsWith(TITLE + ":");
        if (!line.startsWith(TITLE_WITH_SCHEMA)) {
            return;
        }
        int from = TITLE_WITH_SCHEMA.length();
        int to = from;
        while (to < line.length() && Character.isDigit(line.charAt(to))) {
            to++;
        }
        String schema = line.substring(from, to);
        if (!schema.equals("1") && !schema.equals(String.valueOf(SCHEMA))) {
            throw new IOException(
                    "it is of schema "
                            + (schema.isEmpty() ? "?" : schema)
                            + ", this tlsleak reads 1 and "
                            + SCHEMA
                            + "; use a newer tlsleak, or"
                            + AGAIN.substring(1));
        }
    }

    private static boolean isConflict(String line) {
        for (String marker : CONFLICT) {
            boolean alone = line.equals(marker) || line.startsWith(marker + ' ');
            if (alone) {
                return true;
            }
        }
        return false;
    }
}
