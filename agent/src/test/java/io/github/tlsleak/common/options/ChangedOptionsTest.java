package io.github.tlsleak.common.options;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Options that come from a command line, and options that change at run time. */
class ChangedOptionsTest {

    @TempDir Path dir;

    private final List<String> warnings = new ArrayList<>();
    private final Properties system = new Properties();

    private Options load(String args, String base) {
        return Options.load(args, system, Map.of(), base, warnings);
    }

    @Test
    void filesAreRelativeToTheCallersDirectory() {
        Options options = load("report=a.jsonl,log=b.log,suppressions=/abs/c", "/home/me");
        assertThat(options.report).isEqualTo("/home/me/a.jsonl");
        assertThat(options.log).isEqualTo("/home/me/b.log");
        assertThat(options.suppressions).isEqualTo("/abs/c");
        assertThat(load("log=off", "/home/me").log).isEqualTo("off");
        assertThat(load("log=stderr", "/home/me").log).isEqualTo("stderr");
        assertThat(load("report=a.jsonl", null).report).isEqualTo("a.jsonl");
    }

    @Test
    void thoseOfTheConfigFileToo() throws IOException {
        Files.writeString(dir.resolve("tlsleak.properties"), "report = a.jsonl\n");
        Options options = load("config=tlsleak.properties", dir.toString());
        assertThat(options.report).isEqualTo(dir.resolve("a.jsonl").toString());
        assertThat(warnings).isEmpty();
    }

    @Test
    void thoseOfTheTargetsOwnAreItsOwn() {
        system.setProperty("tlsleak.report", "a.jsonl");
        assertThat(load("", "/home/me").report).isEqualTo("a.jsonl");
    }

    @ParameterizedTest
    @CsvSource({
        "threshold, 90s, off, 90s",
        "threshold, 1500ms, off, 1500ms",
        "threshold, off, off, off",
        "gc.interval, 1m, off, 60s",
        "stack.depth, 0, 64, 0",
        "report, a.jsonl, off, a.jsonl",
        "report, off, off, off",
        "log, off, stderr, off",
        "enabled, false, true, false",
    })
    void oneIsChanged(String name, String text, String before, String after) {
        Options options = load("", null);
        OptionKey key = OptionKey.of(name);
        assertThat(key.isLive()).isTrue();
        assertThat(options.text(key)).isEqualTo(before);
        Options changed = options.with(key, key.parse(text), "set");
        assertThat(changed.text(key)).isEqualTo(after);
        assertThat(changed.origins()).containsEntry(name, "set");
        assertThat(options.text(key)).isEqualTo(before);
    }

    @Test
    void whatCannotChange() {
        assertThat(OptionKey.of("strict").isLive()).isFalse();
        assertThat(OptionKey.of("nothing")).isNull();
    }

    @Test
    void allAsText() {
        Map<String, String> texts = load("app.packages=\"a,b\"", null).texts();
        assertThat(texts)
                .containsEntry("app.packages", "a,b")
                .containsEntry("sample", "1")
                .containsEntry("suppressions", "off")
                .hasSize(OptionKey.values().length);
    }

    @Test
    void wordsOfACommandLineBecomeArguments() {
        List<String> words = List.of("threshold=5s", "app.packages=a,b", "log=\"x,y\"", "odd");
        assertThat(Options.arguments(words))
                .isEqualTo("threshold=5s,app.packages=\"a,b\",log=\"x,y\",odd");
        assertThat(Options.arguments(List.of("app.packages=a,b,report=c,d,log=off")))
                .isEqualTo("app.packages=\"a,b\",report=\"c,d\",log=off");
    }
}
