package io.github.tlsleak.cli.heap.take;

import io.github.tlsleak.cli.attach.PrivateDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * A heap dump in a private directory. It is removed when this is closed, also by Ctrl-C. One thread
 * uses it; the JVM's end may close it at any time.
 */
public final class TakenDump implements AutoCloseable {

    private final PrivateDirectory directory;
    private final Object creator;
    private final Thread tidy;
    private volatile Path file;

    private TakenDump(PrivateDirectory directory, Object creator) {
        this.directory = directory;
        this.creator = creator;
        this.file = directory.path().resolve(PrivateDirectory.DUMP);
        this.tidy = new Thread(directory::close, "tlsleak tidy");
    }

    /** Makes the directory for a dump. */
    static TakenDump in(Path parent) throws IOException {
        PrivateDirectory directory = PrivateDirectory.create(parent);
        return in(directory, owner(directory.path()));
    }

    /** As {@link #in(Path)}, where another user makes the directory: the JVM's. */
    static TakenDump far(Path parent, Object creator) throws IOException {
        return in(PrivateDirectory.far(parent), creator);
    }

    private static TakenDump in(PrivateDirectory directory, Object creator) {
        TakenDump dump = new TakenDump(directory, creator);
        Runtime.getRuntime().addShutdownHook(dump.tidy);
        return dump;
    }

    /** The numeric id of a file's owner; its name where there are no numbers. */
    static Object owner(Path file) throws IOException {
        return file.getFileSystem().supportedFileAttributeViews().contains("unix")
                ? Files.getAttribute(file, "unix:uid", LinkOption.NOFOLLOW_LINKS)
                : Files.getOwner(file, LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * Makes another user the owner of the directory, so that a JVM of that user can write there.
     */
    void handOver(long uid) throws IOException {
        directory.handOver(uid);
    }

    /** Moves the dump out of the directory. It is not removed any more. */
    void keep(KeptFile kept) throws IOException {
        kept.take(file, creator);
        file = kept.path();
    }

    /** The dump. */
    public Path file() {
        return file;
    }

    /** Removes the directory, and the dump in it. */
    @Override
    public void close() {
        directory.close();
        try {
            Runtime.getRuntime().removeShutdownHook(tidy);
        } catch (IllegalStateException e) {
            // the JVM is ending: the hook runs
            return;
        }
    }
}
