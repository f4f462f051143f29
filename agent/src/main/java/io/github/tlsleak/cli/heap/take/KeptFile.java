package io.github.tlsleak.cli.heap.take;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;

/** The file that a dump is kept in. Immutable. */
final class KeptFile {

    private final Path file;

    private KeptFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    /**
     * Checks, before anything is done, that a new file can be made there.
     *
     * @throws IOException with one clear line
     */
    static KeptFile at(Path path) throws IOException {
        KeptFile kept = new KeptFile(path);
        if (Files.exists(kept.file, LinkOption.NOFOLLOW_LINKS)) {
            throw exists(path);
        }
        if (!Files.isDirectory(kept.directory())) {
            throw new IOException(
                    "cannot keep "
                            + path
                            + ": there is no directory "
                            + kept.directory()
                            + "; create it, or choose another");
        }
        return kept;
    }

    private static IOException exists(Path path) {
        return new IOException(
                path + " exists already: remove it, or choose another name for --keep");
    }

    Path directory() {
        return Objects.requireNonNull(file.getParent(), "the root exists");
    }

    Path path() {
        return file;
    }

    /**
     * Moves a dump here, from a directory beside this file. Only {@code owner} can read it then.
     *
     * @param owner a user as the file system has it
     */
    void take(Path dump, Object owner) throws IOException {
        // without an option that replaces: a file that came meanwhile stays
        try {
            Files.move(dump, file);
        } catch (FileAlreadyExistsException e) {
            throw exists(file);
        }
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            // the JVM's user has put a link in its place
            Files.deleteIfExists(file);
            throw new IOException(file + " is not what the JVM has written, and was removed");
        }
        makePrivate(owner);
    }

    private void makePrivate(Object owner) throws IOException {
        PosixFileAttributeView posix =
                Files.getFileAttributeView(
                        file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        if (posix != null) {
            if (!TakenDump.owner(file).equals(owner)) {
                Files.setAttribute(file, "unix:uid", owner, LinkOption.NOFOLLOW_LINKS);
            }
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }
}
