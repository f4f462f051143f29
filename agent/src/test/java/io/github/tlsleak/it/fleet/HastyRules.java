package io.github.tlsleak.it.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * The alerts of the page, for a test that cannot wait for minutes. Minutes of {@code for:} and of
 * {@code rate()} are seconds; nothing else differs. Stateless.
 */
final class HastyRules {

    private static final Pattern HOLDS = Pattern.compile("\\bfor: 5m\\b");
    private static final Pattern WINDOW = Pattern.compile("(rate\\([^\\[\n]*)\\[5m\\]");

    private HastyRules() {}

    /** Writes the copy. */
    static Path write(Path directory) throws IOException {
        String text = Files.readString(FleetFiles.file("alerts.yaml"));
        String hasty = HOLDS.matcher(text).replaceAll("for: 2s");
        hasty = WINDOW.matcher(hasty).replaceAll("$1[10s]");
        assertThat(hasty.replace("for: 2s", "for: 5m").replace("[10s]", "[5m]")).isEqualTo(text);
        assertThat(hasty).contains("for: 2s", "[10s]").doesNotContain("[5m]", "for: 5m");
        return Files.writeString(directory.resolve("hasty.yaml"), hasty);
    }
}
