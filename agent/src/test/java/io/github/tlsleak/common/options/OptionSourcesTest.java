package io.github.tlsleak.common.options;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class OptionSourcesTest {

    @TempDir Path dir;

    private final List<String> warnings = new ArrayList<>();

    @Test
    void unknownKeysNameTheirSource() throws IOException {
        Path file = Files.writeString(dir.resolve("x.properties"), "samle=2\n");
        Properties system = new Properties();
        system.setProperty("tlsleak.samle", "2");
        system.setProperty("tls.sample", "2");
        OptionSources.arguments("samle=2", warnings);
        OptionSources.properties(system, warnings);
        OptionSources.environment(Map.of("TLSLEAK_SAMLE", "2", "PATH", "/"), warnings);
        OptionSources.file(file.toString(), warnings);
        assertThat(warnings)
                .containsExactly(
                        "unknown agent argument samle; did you mean sample?",
                        "unknown system property tlsleak.samle; did you mean tlsleak.sample?",
                        "unknown environment variable TLSLEAK_SAMLE; did you mean TLSLEAK_SAMPLE?",
                        "unknown option samle in config file " + file + "; did you mean sample?");
    }

    /** Maven hands the properties of its command line to the JVM of the tests. */
    @Test
    void parametersOfTheMavenPluginAndOfJUnitAreNoMistakes() throws IOException {
        Properties system = new Properties();
        system.setProperty("tlsleak.junit.severity", "defect");
        Path plugin = Path.of("maven-plugin/src/main/java/io/github/tlsleak/maven");
        try (Stream<Path> sources = Files.list(plugin)) {
            for (Path source : sources.toList()) {
                Pattern.compile("property = \"(tlsleak\\.\\w+)\"")
                        .matcher(Files.readString(source))
                        .results()
                        .forEach(found -> system.setProperty(found.group(1), "x"));
            }
        }
        assertThat(system.stringPropertyNames()).hasSizeGreaterThan(9);
        OptionSources.properties(system, warnings);
        assertThat(warnings).isEmpty();
    }

    @Test
    void anEmptyVariableIsNotSet() {
        OptionSource source =
                OptionSources.environment(
                        Map.of("TLSLEAK_REPORT", "", "TLSLEAK_REPORT_MAX", "1m"), warnings);
        assertThat(source.get(OptionKey.REPORT)).isNull();
        assertThat(source.get(OptionKey.REPORT_MAX)).isEqualTo("1m");
        assertThat(warnings).isEmpty();
    }

    @Test
    void filesMayHoldComments() throws IOException {
        Path file = Files.writeString(dir.resolve("x"), "# c\nreport = /tmp/ä.jsonl \nconfig=y");
        OptionSource source = OptionSources.file(file.toString(), warnings);
        assertThat(source.get(OptionKey.REPORT)).isEqualTo("/tmp/ä.jsonl");
        assertThat(source.get(OptionKey.CONFIG)).isNull();
        assertThat(warnings)
                .containsExactly(
                        "option config in config file " + file + ": cannot be set there; ignored");
    }

    @Test
    void unreadableFilesAreOneLineEach() throws IOException {
        Path bad = Files.writeString(dir.resolve("bad"), "a=\\u12");
        Path large = Files.write(dir.resolve("large"), new byte[(1 << 20) + 1]);
        OptionSources.file(dir.resolve("none").toString(), warnings);
        OptionSources.file(dir.toString(), warnings);
        OptionSources.file("\u0000", warnings);
        OptionSources.file(bad.toString(), warnings);
        OptionSources.file(large.toString(), warnings);
        assertThat(warnings).hasSize(5).allMatch(w -> w.endsWith("; its options do not apply"));
        assertThat(warnings.get(0)).contains("/none: no such file;");
        assertThat(warnings.get(1)).contains(": it is a directory;");
        assertThat(warnings.get(2)).contains("cannot read config file ?: not a file name;");
        assertThat(warnings.get(4)).contains(": larger than 1 MB;");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFileWithoutAnEndIsTooLarge() {
        OptionSources.file("/dev/zero", warnings);
        assertThat(warnings).singleElement().asString().contains(": larger than 1 MB;");
    }

    @Test
    void aWrongFileIsNotListedWhole() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 1000; i++) {
            lines.append("key").append(i).append("=1\n");
        }
        Path file = Files.writeString(dir.resolve("x"), lines);
        OptionSources.file(file.toString(), warnings);
        assertThat(warnings).hasSize(21).last().asString().startsWith("more unknown keys");
    }

    /** Labels are written alike in every source. */
    @Test
    void labelsNeedNoQuotes() throws IOException {
        String text = "service:shop,pod:${POD_NAME},note:'a, b=c'";
        Path file = Files.writeString(dir.resolve("x"), "labels=" + text);
        Properties system = new Properties();
        system.setProperty("tlsleak.labels", text);
        List<OptionSource> sources =
                List.of(
                        OptionSources.arguments("sample=2,labels=" + text + ",report=x", warnings),
                        OptionSources.arguments("labels=\"" + text + "\",report=x", warnings),
                        OptionSources.properties(system, warnings),
                        OptionSources.environment(Map.of("TLSLEAK_LABELS", text), warnings),
                        OptionSources.file(file.toString(), warnings),
                        OptionSources.arguments(
                                Options.arguments(List.of("labels=" + text, "report=x")),
                                warnings));
        for (OptionSource source : sources) {
            assertThat(source.get(OptionKey.LABELS)).as(source.name()).isEqualTo(text);
        }
        assertThat(sources.get(0).get(OptionKey.REPORT)).isEqualTo("x");
        assertThat(sources.get(5).get(OptionKey.REPORT)).isEqualTo("x");
        assertThat(warnings).isEmpty();
    }
}
