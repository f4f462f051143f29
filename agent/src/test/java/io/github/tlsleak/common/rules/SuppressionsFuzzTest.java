package io.github.tlsleak.common.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.tlsleak.OneLine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A file of rules that somebody wrote. */
@Timeout(20)
class SuppressionsFuzzTest {

    private static final String GOOD = "LOST:com.acme.Fuzzed.*";
    private static final List<String> FRAMES = List.of("com.acme.Fuzzed.go(Fuzzed.java:7)");

    /** 20 bad lines, and one on more of them, or on too many rules. */
    private static final int MAX_WARNINGS = 22;

    @TempDir static Path directory;

    /** A good rule at the beginning and at the end works whatever stands between them. */
    @FuzzTest
    void goodRulesAroundAnything(byte[] input) throws IOException {
        Suppressions alone = read(input);
        alone.match("OPEN", "library", FRAMES, "0123456789abcdef");
        assertThat(alone.used().size() + alone.unused().size())
                .isLessThanOrEqualTo(SuppressionReader.MAX_RULES);
        if (matches(alone)) {
            return;
        }
        byte[] good = (GOOD + "\n").getBytes(StandardCharsets.UTF_8);
        assertThat(matches(read(joined(good, input)))).isTrue();
        boolean full = alone.used().size() + alone.unused().size() == SuppressionReader.MAX_RULES;
        assertThat(full || matches(read(joined(input, "\n".getBytes(), good)))).isTrue();
    }

    private static boolean matches(Suppressions rules) {
        return rules.matchAgain("LOST", "application", FRAMES, "0123456789abcdef") != null;
    }

    private static Suppressions read(byte[] text) throws IOException {
        List<String> warnings = new ArrayList<>();
        Suppressions rules =
                Suppressions.read(Files.write(directory.resolve("rules"), text), warnings);
        OneLine.each(warnings);
        assertThat(warnings).hasSizeLessThanOrEqualTo(MAX_WARNINGS);
        return rules;
    }

    private static byte[] joined(byte[]... parts) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.write(part);
        }
        return all.toByteArray();
    }
}
