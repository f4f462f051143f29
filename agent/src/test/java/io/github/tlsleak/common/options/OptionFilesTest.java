package io.github.tlsleak.common.options;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that options name. */
class OptionFilesTest {

    @TempDir Path dir;

    private static List<String> check(OptionKey key, Path file) {
        List<String> warnings = new ArrayList<>();
        String arguments = Options.arguments(List.of(key.key() + "=" + file));
        Options options = Options.load(arguments, new Properties(), Map.of(), warnings);
        List<String> wrong = new ArrayList<>();
        OptionFiles.check(options, wrong);
        // the loader reads the config file and reports what is wrong with it
        wrong.addAll(warnings);
        return wrong;
    }

    private static List<OptionKey> fileOptions() {
        return Arrays.stream(OptionKey.values()).filter(key -> key.isFile("name")).toList();
    }

    @Test
    void everyOptionThatNamesAFile() {
        assertThat(fileOptions())
                .containsExactlyInAnyOrder(
                        OptionKey.REPORT,
                        OptionKey.LOG,
                        OptionKey.SUPPRESSIONS,
                        OptionKey.BASELINE,
                        OptionKey.CONFIG);
        assertThat(OptionKey.LOG.isFile("stderr")).isFalse();
        assertThat(OptionKey.LOG.isFile("off")).isFalse();
        assertThat(OptionKey.REPORT.isFile(null)).isFalse();
    }

    @Test
    void isCheckedInTheSameWay() throws IOException {
        Path file = Files.createFile(dir.resolve("file"));
        for (OptionKey key : fileOptions()) {
            String name = key.key();
            assertThat(check(key, file)).as(name).isEmpty();
            int made = key.isWritten() ? 0 : 1;
            assertThat(check(key, dir.resolve("no/file"))).as(name).hasSize(made);
            assertThat(check(key, file.resolve("no/file"))).as(name).hasSize(1);
            assertThat(check(key, dir)).as(name).hasSize(1);
            assertThat(check(key, file.resolve("below"))).as(name).hasSize(1);
            int absent = key.isWritten() ? 0 : 1;
            assertThat(check(key, dir.resolve("absent"))).as(name).hasSize(absent);
        }
    }

    @Test
    void placeholdersOfADirectoryAreNotKnownYet() {
        assertThat(check(OptionKey.REPORT, dir.resolve("%h/no/%p"))).isEmpty();
    }
}
