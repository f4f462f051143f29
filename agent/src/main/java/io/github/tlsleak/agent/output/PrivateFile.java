package io.github.tlsleak.agent.output;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The files that the agent writes: nobody but the user of this process may read them, unless an
 * option allows it. Stateless, thread-safe.
 *
 * <p>Streams, not channels: a channel is closed when its thread is interrupted.
 */
public final class PrivateFile {

    private PrivateFile() {}

    /**
     * Opens a file for appending. One that is there keeps its mode.
     *
     * @param mode permission bits of a new file, where the file system has modes; {@link
     *     FileMode#PRIVATE} if only the user of this process may read it
     * @param problems gets a line if the file system has no such modes
     * @throws IOException with one clear line: which file, why not, what to do
     */
    public static FileOutputStream append(Path file, int mode, Consumer<String> problems)
            throws IOException {
        String problem = problem(file);
        if (problem != null) {
            throw new IOException(file + ": " + problem);
        }
        try {
            String withoutMode = create(file, mode);
            FileOutputStream out = new FileOutputStream(file.toFile(), true);
            if (withoutMode != null) {
                problems.accept(file + ": " + withoutMode);
            }
            return out;
        } catch (IOException e) {
            throw new IOException(file + ": " + withoutName(e), e);
        }
    }

    /**
     * Makes the directory of a file, and those above it, if they are not there.
     *
     * @throws IOException with one clear line
     */
    public static void makeDirectoryOf(Path file) throws IOException {
        Path directory = file.getParent();
        if (directory != null && !Files.exists(directory)) {
            try {
                Files.createDirectories(directory);
            } catch (IOException e) {
                throw new IOException(directory + ": cannot be made: " + withoutName(e), e);
            }
        }
    }

    /** Makes room for a new file: the one that is there becomes its only predecessor. */
    public static void keepAsPredecessor(Path file) throws IOException {
        Path predecessor = predecessor(file);
        File target = predecessor.toFile();
        if (target.isDirectory()) {
            throw new IOException(predecessor + " is a directory");
        }
        Files.move(file, predecessor, StandardCopyOption.REPLACE_EXISTING);
    }

    static Path predecessor(Path file) {
        return file.resolveSibling(file.getFileName() + ".1");
    }

    /** Why a file cannot be written, for users. */
    public static String reason(IOException e) {
        String message = e.getMessage();
        boolean denied = e instanceof AccessDeniedException;
        if (denied || (message != null && message.contains("Permission denied"))) {
            return "permission denied; choose a place this process may write to";
        }
        return message == null ? e.getClass().getSimpleName() : message;
    }

    /** The reason, for a line that names the file already. */
    private static String withoutName(IOException e) {
        String alone =
                e instanceof FileSystemException && !(e instanceof AccessDeniedException)
                        ? ((FileSystemException) e).getReason()
                        : null;
        return alone == null ? reason(e) : alone;
    }

    private static @Nullable String create(Path file, int mode) throws IOException {
        try {
            FileMode.create(file);
        } catch (FileAlreadyExistsException e) {
            // opening a link to nothing would create the target, with a mode of its own
            if (!Files.exists(file)) {
                throw new IOException("a symbolic link to a file that does not exist", e);
            }
            return null;
        }
        return FileMode.set(file, mode);
    }

    private static @Nullable String problem(Path file) throws IOException {
        Path directory = file.getParent();
        if (directory != null && !Files.isDirectory(directory)) {
            return Files.exists(directory)
                    ? directory + " is not a directory; choose another name"
                    : "the directory " + directory + " does not exist; create it or choose another";
        }
        if (Files.isDirectory(file)) {
            return "is a directory; name a file in it";
        }
        // opening a named pipe would block until somebody reads from it
        boolean special = Files.exists(file) && !Files.isRegularFile(file);
        if (special && !file.toRealPath().startsWith("/dev")) {
            return "is neither a regular file nor a device; choose another name";
        }
        return null;
    }
}
