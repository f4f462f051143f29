package io.github.tlsleak.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The page of verdicts holds the tables of the judge's tests. {@code -Dtlsleak.docs.write=true}
 * writes them anew.
 */
class JudgeTablesDocsTest {

    private static final String PAGE = "agent/docs/verdicts.md";
    private static final String BEGIN = "<!-- generated";
    private static final String END = "<!-- end of the generated part -->";

    @Test
    void thePageHoldsThem() throws IOException {
        Page page = Page.of(PAGE);
        String text = page.text();
        int begin = text.indexOf('\n', text.indexOf(BEGIN)) + 1;
        int end = text.indexOf(END);
        assertThat(text.indexOf(BEGIN)).isPositive().isLessThan(end);
        String tables = tables();
        if (Boolean.getBoolean("tlsleak.docs.write")) {
            Files.writeString(page.file(), text.substring(0, begin) + tables + text.substring(end));
            return;
        }
        assertThat(text.substring(begin, end))
                .as("tables in " + PAGE + "; run with -Dtlsleak.docs.write=true to write them anew")
                .isEqualTo(tables);
    }

    private static String tables() throws IOException {
        StringBuilder text = new StringBuilder("\n");
        for (Class<?> test : tests()) {
            for (Method method : tablesOf(test)) {
                text.append("### ").append(title(method.getName())).append("\n\n");
                append(text, method);
                text.append('\n');
            }
        }
        return text.toString();
    }

    /** Those of the judge, wherever they are, the plainest first. */
    private static List<Class<?>> tests() throws IOException {
        Path root = Page.root().resolve("agent/src/test/java");
        List<Class<?>> tests = new ArrayList<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(JudgeTablesDocsTest::isOfTheJudge).toList()) {
                String name = root.relativize(file).toString().replace(".java", "");
                tests.add(Class.forName(name.replace(File.separatorChar, '.')));
            }
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
        Comparator<Class<?>> byLength = Comparator.comparing(test -> test.getSimpleName().length());
        tests.sort(byLength.thenComparing(Class::getSimpleName));
        return tests;
    }

    private static boolean isOfTheJudge(Path file) {
        String name = file.getFileName().toString();
        return name.matches("Judge.*Test\\.java") && !name.endsWith("DocsTest.java");
    }

    /** Sorted, since reflection has no order. */
    private static List<Method> tablesOf(Class<?> test) {
        List<Method> tables = new ArrayList<>();
        for (Method method : test.getDeclaredMethods()) {
            if (method.isAnnotationPresent(CsvSource.class)) {
                tables.add(method);
            }
        }
        tables.sort(Comparator.comparing(Method::getName));
        return tables;
    }

    private static void append(StringBuilder text, Method method) {
        String[] rows = method.getAnnotation(CsvSource.class).textBlock().split("\n");
        boolean resource = method.getParameterCount() > 3;
        text.append(resource ? "| resource " : "").append("| events | verdict | severity |\n");
        text.append(resource ? "|---" : "").append("|---|---|---|\n");
        Stream.of(rows).map(JudgeTablesDocsTest::row).forEach(text::append);
    }

    private static String row(String csv) {
        StringBuilder row = new StringBuilder("|");
        String[] cells = csv.split("\\|");
        for (int i = 0; i < cells.length; i++) {
            String cell = cells[i].trim();
            boolean severity = i == cells.length - 1;
            row.append(' ').append(severity ? cell.toLowerCase(Locale.ROOT) : cell).append(" |");
        }
        return row.append('\n').toString();
    }

    /** {@code enginesWithNativeMemory} is "Engines with native memory". */
    private static String title(String camelCase) {
        String words = camelCase.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
