package io.github.tlsleak.cli.reach;

import io.github.tlsleak.cli.jvm.Elsewhere;
import io.github.tlsleak.cli.jvm.LocalJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * The user of a JVM in another container. Files are used with the rights of that user, so that the
 * JVM can read them, and so that a link that the JVM makes leads to nothing more. Thread-safe.
 */
public final class TargetUser {

    private final SystemCalls calls;
    private final boolean differs;
    private final long uid;
    private final long gid;

    TargetUser(LocalJvm jvm, Elsewhere there, SystemCalls calls) {
        this.calls = calls;
        differs = jvm.uid() >= 0;
        uid = there.uid();
        gid = there.gid();
    }

    /** Something that is done with files. */
    public interface FileAction<T> {
        /** Does it. */
        T perform() throws IOException;
    }

    /** Does something with files, as the JVM's user if this process has the right to. */
    public <T> T call(FileAction<T> action) throws IOException {
        if (!differs || !calls.useFilesAs(uid, gid)) {
            calls.useFilesAsSelf();
            return action.perform();
        }
        try {
            return action.perform();
        } finally {
            calls.useFilesAsSelf();
        }
    }

    /**
     * Gives a file to the user, unless the user has it already.
     *
     * @throws ReachException if this process may not do so
     */
    public void give(Path file) throws IOException {
        Object owner = Files.getAttribute(file, "unix:uid", LinkOption.NOFOLLOW_LINKS);
        if (((Number) owner).intValue() == (int) uid) {
            return;
        }
        try {
            Files.setAttribute(file, "unix:uid", (int) uid, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException e) {
            throw new ReachException(
                    "CAP_CHOWN is missing, or CAP_SETUID and CAP_SETGID: files for the JVM must"
                            + " belong to its user; add one of them, or run as that user",
                    e);
        }
    }

    /** The user to present to the JVM; {@link SystemCalls#SELF} for this process's own. */
    long presented() {
        return differs ? uid : SystemCalls.SELF;
    }

    /** The group to present. */
    long presentedGroup() {
        return differs ? gid : SystemCalls.SELF;
    }
}
