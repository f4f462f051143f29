package io.github.tlsleak.maven;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;

/** The tests of one module, as surefire and failsafe leave their results. Used by one thread. */
final class TestRun {

    private static final String[] RESULTS = {"surefire-reports", "failsafe-reports"};

    private final Path target;

    /**
     * @param target the build directory of the module
     */
    TestRun(Path target) {
        this.target = target;
    }

    /**
     * A result of a test that ran since a file was written, or null if there is none.
     *
     * @param since null if there is no such file: then any result counts
     */
    @Nullable Path result(@Nullable Path since) throws IOException {
        FileTime time = since == null ? FileTime.fromMillis(0) : Files.getLastModifiedTime(since);
        for (String name : RESULTS) {
            Path directory = target.resolve(name);
            if (Files.isDirectory(directory)) {
                Path found = result(directory, time);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private static @Nullable Path result(Path directory, FileTime since) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "TEST-*.xml")) {
            for (Path file : files) {
                if (Files.getLastModifiedTime(file).compareTo(since) >= 0) {
                    return file;
                }
            }
        }
        return null;
    }
}
