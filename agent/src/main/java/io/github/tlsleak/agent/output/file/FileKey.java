package io.github.tlsleak.agent.output.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Identifies the file that has a name at this moment. Stateless, thread-safe. */
final class FileKey {

    private FileKey() {}

    /** A key that is equal for one file under any name; null if no file or no key exists. */
    static @Nullable Object of(Path file) {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }
}
