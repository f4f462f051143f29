package io.github.tlsleak.junit;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;
import org.jspecify.annotations.Nullable;

/**
 * Where a self-attached agent writes its report: below the directory that the build tool cleans, in
 * one file that the JVMs of all forks append to. Stateless.
 */
final class ReportPlace {

    private static final String NAME = "tlsleak-report.jsonl";

    /** Build files, and the directory that the tool writes to. */
    private static final String[][] LAYOUTS = {
        {"pom.xml", "target"}, {"build.gradle", "build"}, {"build.gradle.kts", "build"},
    };

    private ReportPlace() {}

    /**
     * Chooses the file, and makes its directory.
     *
     * @param setting a file, {@code off}, or null for what the build tool's layout suggests
     * @return null for no report
     */
    static @Nullable String of(@Nullable String setting) {
        if (setting != null && setting.equalsIgnoreCase("off")) {
            return null;
        }
        String file = setting != null ? setting : below(new File("").getAbsoluteFile());
        if (file == null) {
            return null;
        }
        try {
            Path directory = Paths.get(file).toAbsolutePath().getParent();
            if (directory != null) {
                Files.createDirectories(directory);
            }
            return file;
        } catch (IOException | InvalidPathException e) {
            Notes.warn("no report, " + Settings.PREFIX + "report=" + file + ": " + e);
            return null;
        }
    }

    /** The file for a project in that directory; null if no build tool is recognised. */
    static @Nullable String below(File project) {
        for (String[] layout : LAYOUTS) {
            if (new File(project, layout[0]).isFile()) {
                return new File(new File(project, layout[1]), NAME).getPath();
            }
        }
        return null;
    }
}
