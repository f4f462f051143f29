package io.github.tlsleak.cli.reach;

import java.io.IOException;
import java.nio.file.Path;

/** What the API of Java 8 lacks. Implementations are stateless and thread-safe. */
interface SystemCalls {

    /** No user: the one that this process runs as. */
    long SELF = -1;

    /** Asks a process to listen, by the signal {@code SIGQUIT}. */
    void quit(long pid) throws IOException;

    /**
     * Sends bytes to a Unix socket, and returns all bytes that come back.
     *
     * @param uid the user to present to the other side, or {@link #SELF}
     * @param gid the group, likewise
     * @throws IOException if nobody listens, with the word {@code refused}; or for other reasons
     */
    byte[] exchange(Path socket, byte[] request, long uid, long gid) throws IOException;

    /**
     * Makes the calling thread use files as another user does.
     *
     * @return false if that is not possible; then nothing was changed
     */
    boolean useFilesAs(long uid, long gid);

    /** Undoes {@link #useFilesAs}. */
    void useFilesAsSelf();
}
