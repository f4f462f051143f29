package io.github.tlsleak.agent.output.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** Which file a name stands for at this moment. Stateless, thread-safe. */
final class FileKey {

    private FileKey() {}

    /** Equal for one file under any name; null if there is none, or the system cannot tell. */
    static Object of(Path file) {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }
}
