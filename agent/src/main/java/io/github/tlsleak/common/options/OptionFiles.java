package io.github.tlsleak.common.options;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.List;

/**
 * Whether the files that options name can be what they are meant for; which options name one, and
 * whether to read or to write it, is {@link OptionKey}'s to know. Stateless, thread-safe.
 */
public final class OptionFiles {

    private OptionFiles() {}

    /** Adds a line to {@code wrong} for each that cannot. */
    public static void check(Options options, List<String> wrong) {
        for (OptionKey key : OptionKey.values()) {
            // whoever loads options has read the config file, and has told what is wrong with it
            String problem = key == OptionKey.CONFIG ? null : problem(key, options.value(key));
            if (problem != null) {
                wrong.add(problem);
            }
        }
    }

    /** What keeps a value from being the file that the option needs, in one line; or null. */
    public static String problem(OptionKey key, Object value) {
        if (!key.isFile(value)) {
            return null;
        }
        String why = why(key, (String) value);
        return why == null
                ? null
                : key.key() + '=' + OptionValues.show((String) value) + ": " + why;
    }

    private static String why(OptionKey key, String file) {
        try {
            Path path = Paths.get(file).toAbsolutePath();
            return key.isWritten() ? unwritable(path) : unreadable(path);
        } catch (InvalidPathException e) {
            return "not a file name";
        }
    }

    private static String unreadable(Path file) {
        if (Files.isDirectory(file)) {
            return "it is a directory";
        }
        if (!Files.isReadable(file)) {
            return Files.exists(file) ? "permission denied" : "no such file";
        }
        return null;
    }

    /** The agent makes the file, but not the directory it is in. */
    private static String unwritable(Path file) {
        Path directory = file.getParent();
        if (directory == null || Files.isDirectory(file)) {
            return "it is a directory; name a file in it";
        }
        // placeholders are filled in by the agent
        if (directory.toString().indexOf('%') >= 0) {
            return null;
        }
        if (!Files.isDirectory(directory)) {
            return "the directory "
                    + OptionValues.show(directory.toString())
                    + (Files.exists(directory)
                            ? " is not one"
                            : " does not exist; create it or choose another");
        }
        boolean allowed = Files.isWritable(Files.exists(file) ? file : directory);
        return allowed ? null : "permission denied";
    }
}
