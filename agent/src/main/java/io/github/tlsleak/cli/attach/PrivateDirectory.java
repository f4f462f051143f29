package io.github.tlsleak.cli.attach;

import io.github.tlsleak.Request;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import net.bytebuddy.agent.ByteBuddyAgent;

/**
 * A directory that only the caller, or the JVM's user, can read. Thread-safe.
 *
 * <p>The JVM's user may put another directory in its place. Only files with names of its own are
 * removed therefore.
 */
public final class PrivateDirectory implements AutoCloseable {

    /** The name of a heap dump. The JVM puts its parts beside it, under this name and a suffix. */
    public static final String DUMP = "heap.hprof";

    private static final String[] FILES = {Request.REQUEST, Request.REPLY, Request.REPLY_PART};
    private static final int ATTEMPTS = 5;
    private static final long PAUSE_MILLIS = 20;

    private final Path path;

    private PrivateDirectory(Path path) {
        this.path = path;
    }

    /** Creates a directory for this process, and removes those of processes that were killed. */
    public static PrivateDirectory create(Path parent) throws IOException {
        String pid = ByteBuddyAgent.ProcessProvider.ForCurrentVm.INSTANCE.resolve();
        PrivateDirectory directory = create(parent, pid);
        StaleRequests.sweep(directory.path());
        return directory;
    }

    /** Creates a directory in another container, and removes old ones there. */
    public static PrivateDirectory far(Path parent) throws IOException {
        PrivateDirectory directory = named(parent, StaleRequests.ELSEWHERE);
        StaleRequests.sweepElsewhere(directory.path());
        return directory;
    }

    static PrivateDirectory create(Path parent, String caller) throws IOException {
        return named(parent, StaleRequests.PREFIX + caller + "-");
    }

    /** Creates a directory whose name begins with a prefix. */
    static PrivateDirectory named(Path parent, String prefix) throws IOException {
        return new PrivateDirectory(Files.createTempDirectory(parent, prefix, only("rwx------")));
    }

    /** The absolute path. */
    public Path path() {
        return path.toAbsolutePath();
    }

    /** The absolute path of the directory that it is in. */
    public Path parent() {
        return Objects.requireNonNull(path().getParent(), "a directory made in another one");
    }

    /** Makes another user the owner. Only root can do that. */
    public void handOver(long uid) throws IOException {
        handOver(path, uid);
    }

    /** Makes another user the owner of a file. Only root can do that. */
    static void handOver(Path file, long uid) throws IOException {
        Files.setAttribute(file, "unix:uid", (int) uid, LinkOption.NOFOLLOW_LINKS);
    }

    /** Removes the directory, unless other files are in it. */
    @Override
    public void close() {
        delete(path);
    }

    /** Removes such a directory, unless other files are in it. */
    static void delete(Path directory) {
        try {
            // a JVM that still writes a dump adds files
            for (int i = 0; i < ATTEMPTS && !tryDelete(directory); i++) {
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (IOException | SecurityException e) {
            // the next command line tries again
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean tryDelete(Path directory) throws IOException {
        if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
            return true;
        }
        for (String file : FILES) {
            Files.deleteIfExists(directory.resolve(file));
        }
        try (DirectoryStream<Path> dumps = Files.newDirectoryStream(directory, DUMP + "*")) {
            for (Path dump : dumps) {
                Files.deleteIfExists(dump);
            }
        }
        try {
            Files.deleteIfExists(directory);
            return true;
        } catch (DirectoryNotEmptyException e) {
            return false;
        }
    }

    /** The attributes of a file with these permissions only. */
    static FileAttribute<?>[] only(String permissions) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
