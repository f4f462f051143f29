package io.github.tlsleak.common.rules;

import io.github.tlsleak.common.text.UserFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the rules of one suppressions file. Used by one thread, once. */
final class SuppressionReader {

    static final int MAX_RULES = 10_000;

    private static final int MAX_WARNINGS = 20;

    private final Path file;
    private final List<String> warnings;
    private final Map<String, SuppressionRule> rules = new LinkedHashMap<>();
    private int badLines;

    SuppressionReader(Path file, List<String> warnings) {
        this.file = file;
        this.warnings = warnings;
    }

    /** The rules by text, in the order of the file. An unreadable file has none. */
    Map<String, SuppressionRule> read() {
        try {
            BufferedReader reader = new BufferedReader(new StringReader(UserFile.read(file)));
            int number = 1;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (rules.size() == MAX_RULES) {
                    warn(number, "more than " + MAX_RULES + " rules; the rest is not read");
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
                            + UserFile.reason(e)
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
                warn(number, "line skipped: " + e.getMessage());
            } else if (badLines == MAX_WARNINGS + 1) {
                warn(number, "more bad lines, not listed");
            }
        }
    }

    private void warn(int line, String message) {
        warnings.add("suppressions " + file + ":" + line + ": " + message);
    }

    /** Cuts off a comment. A comment begins at the start of the line or after a blank. */
    private static String withoutComment(String line) {
        for (int at = line.indexOf('#'); at >= 0; at = line.indexOf('#', at + 1)) {
            if (at == 0 || Character.isWhitespace(line.charAt(at - 1))) {
                return line.substring(0, at);
            }
        }
        return line;
    }
}
