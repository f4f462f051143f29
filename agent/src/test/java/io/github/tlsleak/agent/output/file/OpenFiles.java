package io.github.tlsleak.agent.output.file;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What this process holds open, where /proc tells. */
public final class OpenFiles {

    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

    private OpenFiles() {}

    /** Files open below a directory, once a descriptor. */
    public static List<Path> below(Path directory) throws IOException {
        assumeTrue(Files.isDirectory(DESCRIPTORS), "no /proc here");
        Path real = directory.toRealPath();
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> open = Files.newDirectoryStream(DESCRIPTORS)) {
            for (Path descriptor : open) {
                Path file = target(descriptor);
                if (file.startsWith(real)) {
                    found.add(directory.resolve(real.relativize(file)));
                }
            }
        }
        return found;
    }

    private static Path target(Path descriptor) throws IOException {
        try {
            return Files.readSymbolicLink(descriptor);
        } catch (NoSuchFileException e) {
            // that of the listing itself, or closed meanwhile
            return descriptor;
        }
    }
}
