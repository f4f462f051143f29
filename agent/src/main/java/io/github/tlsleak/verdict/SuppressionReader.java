package io.github.tlsleak.verdict;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the rules of one suppressions file. Used by one thread, once. */
final class SuppressionReader {

    static final int MAX_RULES = 10_000;

    private static final int MAX_BYTES = 8 << 20;
    private static final int MAX_WARNINGS = 20;

    private final Path file;
    private final List<String> warnings;
    private final Map<String, SuppressionRule> rules = new LinkedHashMap<>();
    private int badLines;

    SuppressionReader(Path file, List<String> warnings) {
        this.file = file;
        this.warnings = warnings;
    }

    /** The rules by their text, in the order of the file; empty after a warning if unreadable. */
    Map<String, SuppressionRule> read() {
        try {
            BufferedReader reader = new BufferedReader(new StringReader(content()));
            int number = 1;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (rules.size() == MAX_RULES) {
                    warn(number, "more than " + MAX_RULES + " rules, the rest is not read");
                    break;
                }
                add(line, number++);
            }
        } catch (IOException | SecurityException e) {
            rules.clear();
            warnings.add(
                    "cannot read suppressions file "
                            + file
                            + ": "
                            + reason(e)
                            + "; nothing is suppressed");
        }
        return rules;
    }

    private void add(String line, int number) {
        String text = withoutComment(line).trim();
        if (text.isEmpty()) {
            return;
        }
        try {
            SuppressionRule rule = SuppressionRule.parse(text);
            if (!rules.containsKey(text)) {
                rules.put(text, rule);
            }
        } catch (IllegalArgumentException e) {
            badLines++;
            if (badLines <= MAX_WARNINGS) {
                warn(number, e.getMessage() + "; line skipped");
            } else if (badLines == MAX_WARNINGS + 1) {
                warn(number, "more bad lines, not listed");
            }
        }
    }

    private void warn(int line, String message) {
        warnings.add("suppressions " + file + ":" + line + ": " + message);
    }

    /** Without a comment that begins the line or follows a blank. */
    private static String withoutComment(String line) {
        for (int at = line.indexOf('#'); at >= 0; at = line.indexOf('#', at + 1)) {
            if (at == 0 || Character.isWhitespace(line.charAt(at - 1))) {
                return line.substring(0, at);
            }
        }
        return line;
    }

    private String content() throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException("it is a directory");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                bytes.write(buffer, 0, n);
                if (bytes.size() > MAX_BYTES) {
                    throw new IOException("larger than 8 MB");
                }
            }
        }
        String text = new String(bytes.toByteArray(), StandardCharsets.UTF_8);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static String reason(Exception e) {
        if (e instanceof NoSuchFileException) {
            return "no such file";
        }
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
