package io.github.tlsleak.common.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.tlsleak.OneLine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A baseline that a person or a merge of git has changed. */
@Timeout(20)
class BaselineFuzzTest {

    private static final String FIRST = "00feedfacecafe01";
    private static final String LAST = "00feedfacecafe02";

    @TempDir static Path directory;

    /** It is refused with one line, or the sites at its beginning and end are accepted. */
    @FuzzTest
    void sitesAroundAnything(byte[] input) throws IOException {
        byte[] first = (FIRST + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] last = ("\n" + LAST).getBytes(StandardCharsets.UTF_8);
        byte[] all = Arrays.copyOf(first, first.length + input.length + last.length);
        System.arraycopy(input, 0, all, first.length, input.length);
        System.arraycopy(last, 0, all, first.length + input.length, last.length);
        accepts(load(all), FIRST, LAST);
        Baseline alone = load(input);
        accepts(alone);
    }

    private static Baseline load(byte[] text) throws IOException {
        Path file = Files.write(directory.resolve("baseline"), text);
        List<String> warnings = new ArrayList<>();
        try {
            Baseline baseline = Baseline.load(file, warnings);
            assertThat(warnings).hasSizeLessThanOrEqualTo(1);
            return baseline;
        } catch (IOException e) {
            OneLine.each(e.getMessage());
            // an agent goes on without it
            assertThat(Baseline.read(file, warnings).isGiven()).isFalse();
            assertThat(warnings).hasSize(1);
            return null;
        } finally {
            OneLine.each(warnings);
        }
    }

    private static void accepts(Baseline baseline, String... sites) {
        if (baseline != null) {
            assertThat(baseline.isGiven()).isTrue();
            assertThat(baseline.accepts("no fingerprint")).isFalse();
            assertThat(sites).allMatch(baseline::accepts);
        }
    }
}
