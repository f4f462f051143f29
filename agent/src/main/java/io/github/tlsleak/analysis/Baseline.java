package io.github.tlsleak.analysis;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Sites known and accepted: a text file with a fingerprint of 16 hex digits a line. Comments begin
 * with {@code #}. Immutable.
 */
public final class Baseline {

    private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{16}");
    private static final int MAX_SITES = 1_000_000;

    private final String name;
    private final Set<String> fingerprints;

    private Baseline(String name, Set<String> fingerprints) {
        this.name = name;
        this.fingerprints = Collections.unmodifiableSet(fingerprints);
    }

    /**
     * Reads a baseline.
     *
     * @param file the file
     * @param warnings takes one line for each line that is no fingerprint, 20 at most
     * @throws IOException with one clear line: which file, and why it cannot be read
     */
    public static Baseline read(Path file, List<String> warnings) throws IOException {
        Set<String> fingerprints = new HashSet<>();
        if (Files.isDirectory(file)) {
            throw new IOException("baseline " + Source.named(file).name() + " is a directory");
        }
        try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            int number = 0;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                number++;
                String text = withoutComment(line);
                if (FINGERPRINT.matcher(text).matches() && fingerprints.size() < MAX_SITES) {
                    fingerprints.add(text);
                } else if (!text.isEmpty() && warnings.size() < 20) {
                    warnings.add(
                            "baseline "
                                    + Source.named(file).name()
                                    + ":"
                                    + number
                                    + ": not a site (16 hex digits), line skipped");
                }
            }
        } catch (CharacterCodingException e) {
            throw new IOException("baseline " + Source.named(file).name() + ": not a text", e);
        } catch (IOException e) {
            throw new IOException("baseline " + Source.named(file).reason(e), e);
        }
        return new Baseline(Source.named(file).name(), fingerprints);
    }

    /** Its file, for headings. */
    String name() {
        return name;
    }

    boolean has(String fingerprint) {
        return fingerprints.contains(fingerprint);
    }

    /** Whether a site can stand in a baseline. */
    static boolean isFingerprint(SiteStats site) {
        return FINGERPRINT.matcher(site.place().fingerprint()).matches();
    }

    int size() {
        return fingerprints.size();
    }

    private static String withoutComment(String line) {
        int comment = line.indexOf('#');
        String text = (comment < 0 ? line : line.substring(0, comment)).replace("\uFEFF", "");
        return text.trim().toLowerCase(Locale.ROOT);
    }
}
