package io.github.tlsleak.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of the plugin names all goals and parameters, with their defaults. */
class GoalsDocsTest {

    private static final Path PAGE = Path.of("../docs/maven-plugin.md");

    private static final Pattern GOAL =
            Pattern.compile(
                    "@Mojo\\(name = \"([a-z-]+)\"(?:, defaultPhase = LifecyclePhase.(\\w+))?");

    private static final Pattern PARAMETER =
            Pattern.compile(
                    "@Parameter\\(([^)]*)\\)\\s+private (?:@Nullable )?[\\w<>]+ (\\w+)",
                    Pattern.DOTALL);

    @Test
    void everyGoalWithItsPhase() throws Exception {
        List<String> goals = new ArrayList<>();
        for (String source : sources()) {
            Matcher goal = GOAL.matcher(source);
            if (goal.find()) {
                String phase = goal.group(2) == null ? "" : goal.group(2);
                String shown = phase.isEmpty() ? "" : "`" + lower(phase) + "` ";
                goals.add("| `" + goal.group(1) + "` | " + shown + "|");
            }
        }
        assertThat(goals).hasSize(4).allSatisfy(row -> assertThat(page()).contains(row));
    }

    @Test
    void everyParameterWithItsPropertyAndDefault() throws Exception {
        List<String> rows = new ArrayList<>();
        for (String source : sources()) {
            Matcher parameter = PARAMETER.matcher(source);
            while (parameter.find()) {
                if (!parameter.group(1).contains("readonly")) {
                    rows.add(row(parameter.group(2), parameter.group(1)));
                }
            }
        }
        assertThat(rows).hasSizeGreaterThan(9);
        assertThat(rows).allSatisfy(row -> assertThat(page()).contains(row));
        assertThat(page().lines().filter(line -> line.matches("\\| `\\w+` \\| .*\\| .*\\| .*\\|")))
                .hasSize(rows.size());
    }

    private static String row(String name, String annotation) {
        String property = value(annotation, "property");
        return "| `"
                + name
                + "` | "
                + cell(property)
                + "| "
                + cell(value(annotation, "defaultValue"));
    }

    private static String cell(String text) {
        return text.isEmpty() ? "" : "`" + text + "` ";
    }

    private static String value(String annotation, String key) {
        Matcher value = Pattern.compile(key + " = \"([^\"]*)\"").matcher(annotation);
        return value.find() ? value.group(1).replace("project.build.directory", "build") : "";
    }

    private static String lower(String phase) {
        return phase.toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    private static String page() throws Exception {
        return Files.readString(PAGE).replace("target/", "${build}/");
    }

    private static List<String> sources() throws Exception {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("src/main/java/io/github/tlsleak/maven"))) {
            for (Path file : files.toList()) {
                texts.add(Files.readString(file));
            }
        }
        return texts;
    }
}
