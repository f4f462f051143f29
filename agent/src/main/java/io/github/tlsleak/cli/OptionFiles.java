package io.github.tlsleak.cli;

import io.github.tlsleak.agent.Options;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.List;

/** Whether the files that options name can be what they are meant for. Stateless. */
final class OptionFiles {

    private OptionFiles() {}

    /** Adds a line to {@code wrong} for each that cannot. */
    static void check(Options options, List<String> wrong) {
        if (options.suppressions() != null) {
            checkReadable("suppressions", options.suppressions(), wrong);
        }
        if (options.report() != null) {
            checkDirectory("report", options.report(), wrong);
        }
        if (!options.log().equals("stderr") && !options.log().equals("off")) {
            checkDirectory("log", options.log(), wrong);
        }
    }

    private static void checkReadable(String key, String file, List<String> wrong) {
        Path path = path(key, file, wrong);
        if (path != null && !Files.isReadable(path)) {
            String why = Files.exists(path) ? "permission denied" : "no such file";
            wrong.add(key + "=" + file + ": " + why);
        } else if (path != null && Files.isDirectory(path)) {
            wrong.add(key + "=" + file + ": it is a directory");
        }
    }

    /** The agent makes the file, but not the directory it is in. */
    private static void checkDirectory(String key, String file, List<String> wrong) {
        Path path = path(key, file, wrong);
        Path directory = path == null ? null : path.toAbsolutePath().getParent();
        // placeholders are filled in by the agent
        boolean known = directory != null && directory.toString().indexOf('%') < 0;
        if (known && !Files.isDirectory(directory)) {
            wrong.add(
                    key
                            + "="
                            + file
                            + ": the directory "
                            + directory
                            + " does not exist; create it or choose another");
        }
    }

    private static Path path(String key, String file, List<String> wrong) {
        try {
            return Paths.get(file);
        } catch (InvalidPathException e) {
            wrong.add(key + "=" + file + ": not a file name");
            return null;
        }
    }
}
