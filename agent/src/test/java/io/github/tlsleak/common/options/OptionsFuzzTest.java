package io.github.tlsleak.common.options;

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
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Agent arguments, and the configuration file. The first line is the one, the rest the other. */
@Timeout(20)
class OptionsFuzzTest {

    private static final int GOOD_DEPTH = 33;

    @TempDir static Path directory;

    @FuzzTest
    void optionsAndWarnings(byte[] input) throws IOException {
        int end = 0;
        while (end < input.length && input[end] != '\n') {
            end++;
        }
        String arguments = new String(input, 0, end, StandardCharsets.UTF_8);
        Path config = directory.resolve("config");
        Files.write(
                config, Arrays.copyOfRange(input, Math.min(end + 1, input.length), input.length));
        everySource(arguments, config);
        whatIsGoodCounts(arguments);
        sameAgain(arguments);
    }

    private static void everySource(String arguments, Path config) {
        List<String> warnings = new ArrayList<>();
        Properties system = new Properties();
        system.setProperty("tlsleak.config", config.toString());
        system.setProperty("tlsleak.report", arguments);
        Map<String, String> environment =
                Map.of("TLSLEAK_LABELS", arguments, "TLSLEAK_OTLP", arguments);
        Options options = Options.load(arguments, system, environment, "/home/caller", warnings);
        for (OptionKey key : OptionKey.values()) {
            assertThat(options.text(key)).isNotNull();
            assertThat(options.origins()).containsKey(key.key());
        }
        OneLine.each(warnings);
    }

    /** What stands before, whatever follows. */
    private static void whatIsGoodCounts(String arguments) {
        if (arguments.contains("stack.depth")) {
            return;
        }
        String good = "stack.depth=" + GOOD_DEPTH + ",";
        Options options =
                Options.load(good + arguments, new Properties(), Map.of(), new ArrayList<>());
        assertThat(options.stackDepth).isEqualTo(GOOD_DEPTH);
    }

    /** A caller writes options for the agent in the form that the agent reads. */
    private static void sameAgain(String arguments) {
        Map<String, String> read = OptionParser.parse(arguments, new ArrayList<>());
        StringBuilder written = new StringBuilder();
        read.forEach(
                (key, value) ->
                        written.append(key)
                                .append('=')
                                .append(OptionParser.quote(value))
                                .append(','));
        List<String> warnings = new ArrayList<>();
        assertThat(OptionParser.parse(written.toString(), warnings)).isEqualTo(read);
        assertThat(warnings).isEmpty();
    }
}
