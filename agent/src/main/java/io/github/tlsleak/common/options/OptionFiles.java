package io.github.tlsleak.common.options;

import io.github.tlsleak.common.text.NearFile;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Checks the files that options name: a file to read must be readable, a file to write must be
 * possible. {@link OptionKey} knows which options name a file. Stateless, thread-safe.
 */
public final class OptionFiles {

    private OptionFiles() {}

    /** Adds a line to {@code wrong} for each file that cannot be used. */
    public static void check(Options options, List<String> wrong) {
        for (OptionKey key : OptionKey.values()) {
            // the loader has read the config file and has reported what is wrong with it
            String problem = key == OptionKey.CONFIG ? null : problem(key, options.value(key));
            if (problem != null) {
                wrong.add(problem);
            }
        }
    }

    /** The files that options name. */
    public static Map<OptionKey, String> named(Options options) {
        Map<OptionKey, String> files = new EnumMap<>(OptionKey.class);
        for (OptionKey key : OptionKey.values()) {
            Object value = options.value(key);
            if (value != null && key.isFile(value)) {
                files.put(key, (String) value);
            }
        }
        return files;
    }

    /** Why the option cannot use the file that a value names, in one line; null if it can. */
    public static @Nullable String problem(OptionKey key, @Nullable Object value) {
        if (value == null || !key.isFile(value)) {
            return null;
        }
        String file = (String) value;
        String why = why(key, file);
        return why == null ? null : key.key() + '=' + OptionValues.show(file) + ": " + why;
    }

    private static @Nullable String why(OptionKey key, String file) {
        try {
            Path path = Paths.get(file).toAbsolutePath();
            return key.isWritten() ? unwritable(path) : unreadable(path);
        } catch (InvalidPathException e) {
            return "not a file name";
        }
    }

    private static @Nullable String unreadable(Path file) {
        if (Files.isDirectory(file)) {
            return "it is a directory";
        }
        if (!Files.isReadable(file)) {
            return Files.exists(file) ? "permission denied" : NearFile.reason(file);
        }
        return null;
    }

    /** The agent makes the file, and its directory. */
    private static @Nullable String unwritable(Path file) {
        Path directory = file.getParent();
        if (directory == null || Files.isDirectory(file)) {
            return "it is a directory; name a file in it";
        }
        // placeholders are filled in by the agent
        if (directory.toString().indexOf('%') >= 0) {
            return null;
        }
        if (!Files.exists(directory)) {
            return unmakeable(directory);
        }
        if (!Files.isDirectory(directory)) {
            return OptionValues.show(directory.toString()) + " is not a directory";
        }
        boolean allowed = Files.isWritable(Files.exists(file) ? file : directory);
        return allowed ? null : "permission denied";
    }

    /** Why a directory cannot be made; null if it can. */
    private static @Nullable String unmakeable(Path directory) {
        Path above = directory.getParent();
        while (above != null && !Files.exists(above)) {
            above = above.getParent();
        }
        if (above == null || !Files.isDirectory(above)) {
            return OptionValues.show(String.valueOf(above)) + " is not a directory";
        }
        return Files.isWritable(above)
                ? null
                : "permission denied in " + OptionValues.show(above.toString());
    }
}
