package io.github.tlsleak.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.cli.terminal.TextWidth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A text on terminals of 60, 80 and 120 columns, in a file of {@code
 * src/test/resources/io/github/tlsleak/cli/width}. Stateless.
 */
final class WidthGolden {

    static final Path RESOURCES = Path.of("src/test/resources/io/github/tlsleak/cli");

    private static final int[] WIDTHS = {60, 80, 120};

    /** Prints the text on a terminal. */
    interface Printed {
        String at(int width) throws IOException;
    }

    private WidthGolden() {}

    /** Checks that each line fits, or cannot be broken, and that the text is that of the file. */
    static void check(String name, Printed printed) throws IOException {
        StringBuilder all = new StringBuilder();
        for (int width : WIDTHS) {
            String text = printed.at(width);
            for (String line : text.split("\n")) {
                assertThat(fits(line, width)).as(line).isTrue();
            }
            String title = "==== " + width + " columns ";
            all.append(title).append("=".repeat(width - title.length())).append('\n').append(text);
        }
        compare(name, all.toString());
    }

    /** Checks that a text is that of the file, whatever the terminal. */
    static void checkUnbroken(String name, Printed printed) throws IOException {
        String text = printed.at(WIDTHS[0]);
        for (int width : WIDTHS) {
            assertThat(printed.at(width)).isEqualTo(text);
        }
        compare(name, text);
    }

    static boolean fits(String line, int width) {
        String text = line.strip().replaceFirst("^> ", "");
        return TextWidth.of(line) <= width || text.indexOf(' ') < 0;
    }

    private static void compare(String name, String now) throws IOException {
        Path file = RESOURCES.resolve("width").resolve(name + ".txt");
        if ("write".equals(System.getProperty("tlsleak.golden"))) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, now);
        }
        assertThat(now).isEqualTo(Files.readString(file));
    }
}
