package io.github.tlsleak.recipes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page on CI, as users read it. Immutable. */
final class CiPage {

    private final String text;

    CiPage() throws IOException {
        text = Files.readString(Path.of("../docs/ci.md"));
    }

    /** The only block of a language in a section. */
    String block(String section, String language) {
        String from = between(text, "\n## " + section + "\n", "\n## ");
        List<String> blocks =
                Pattern.compile("\n```" + language + "\n(.*?)\n```\n", Pattern.DOTALL)
                        .matcher(from)
                        .results()
                        .map(block -> block.group(1))
                        .toList();
        if (blocks.size() != 1) {
            throw new AssertionError(section + " has " + blocks.size() + " blocks of " + language);
        }
        return blocks.get(0);
    }

    /** The commands of a block, one a line: those that a pattern's first group matches. */
    static String commands(String block, String pattern) {
        Matcher command = Pattern.compile(pattern, Pattern.MULTILINE).matcher(block);
        StringBuilder commands = new StringBuilder();
        while (command.find()) {
            commands.append(command.group(1)).append('\n');
        }
        if (commands.length() == 0) {
            throw new AssertionError("no command in\n" + block);
        }
        return commands.toString();
    }

    private static String between(String text, String begin, String end) {
        int from = text.indexOf(begin);
        if (from < 0) {
            throw new AssertionError("no section" + begin);
        }
        int to = text.indexOf(end, from + begin.length());
        return text.substring(from, to < 0 ? text.length() : to);
    }
}
