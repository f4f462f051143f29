package io.github.tlsleak.cli.reach;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.zip.CRC32;

/**
 * A copy of the jar in a directory that others may write to. Used by one thread at a time.
 *
 * <p>A JVM adds each jar to its class path, by name, and once only. So a jar has the same name each
 * time, or the class path would grow. Whoever has the copy locks it: a copy without a lock was left
 * by a command line that was killed.
 */
final class JarCopy implements AutoCloseable {

    private static final int NAMES = 9;

    private final Path path;
    private final FileChannel channel;

    private JarCopy(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Makes a copy that only {@code user} can read.
     *
     * @throws IOException if the directory does not take it; then nothing is left there
     */
    static JarCopy in(Path directory, byte[] content, TargetUser user) throws IOException {
        CRC32 sum = new CRC32();
        sum.update(content);
        String name = String.format("tlsleak-%08x", sum.getValue());
        for (int i = 1; i < NAMES; i++) {
            Path path = directory.resolve(name + (i == 1 ? "" : "-" + i) + ".jar");
            removeIfLeft(path);
            try {
                return create(path, content, user);
            } catch (FileAlreadyExistsException e) {
                // another command line is at work
                continue;
            }
        }
        throw new IOException("too many copies of the jar are in it");
    }

    private static JarCopy create(Path path, byte[] content, TargetUser user) throws IOException {
        FileChannel channel =
                FileChannel.open(
                        path,
                        EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
        JarCopy copy = new JarCopy(path, channel);
        try {
            channel.tryLock();
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            user.give(path);
            return copy;
        } catch (IOException | RuntimeException e) {
            copy.close();
            throw e;
        }
    }

    private static void removeIfLeft(Path path) throws IOException {
        if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (FileChannel left =
                FileChannel.open(path, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
            if (left.tryLock() != null) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | OverlappingFileLockException e) {
            // another user's, or in use: the next name will do
            return;
        }
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
            channel.close();
        } catch (IOException e) {
            // gone already, with the container
            return;
        }
    }
}
