package io.github.tlsleak.cli.reach;

import io.github.tlsleak.cli.jvm.Elsewhere;
import io.github.tlsleak.cli.jvm.LocalJvm;
import java.io.IOException;
import java.nio.file.FileSystemException;

/** The way to a JVM in another container. Used by one thread at a time. */
public final class Reach {

    private final Elsewhere there;
    private final TargetUser user;
    private final LocalJvm jvm;
    private final SystemCalls calls;

    private Reach(LocalJvm jvm, Elsewhere there, SystemCalls calls) {
        this.jvm = jvm;
        this.there = there;
        this.calls = calls;
        this.user = new TargetUser(jvm, there, calls);
    }

    /**
     * Prepares it. Nothing is done to the JVM.
     *
     * @throws ReachException if this Java cannot do it
     */
    public static Reach to(LocalJvm jvm, Elsewhere there) throws ReachException {
        return new Reach(jvm, there, calls());
    }

    private static SystemCalls calls() throws ReachException {
        try {
            return JnaCalls.load();
        } catch (IOException | LinkageError e) {
            if (JavaCalls.isPossible()) {
                return new JavaCalls();
            }
            throw new ReachException(
                    "a library cannot be loaded here ("
                            + e
                            + "); give -Djna.tmpdir=DIR before -jar, where DIR may hold"
                            + " executables, or use Java 16 or newer",
                    e);
        }
    }

    /** The user of the JVM. */
    public TargetUser user() {
        return user;
    }

    /** The root directory of the JVM. */
    public TargetRoot root() {
        return new TargetRoot(there.root());
    }

    /** Where the JVM is. */
    public Elsewhere there() {
        return there;
    }

    /**
     * Gives the JVM a command of the attach protocol.
     *
     * @param words the command, and three arguments: a JVM waits for all of them
     * @return the whole answer; its first line is {@code 0} if the JVM knows the command
     */
    public String execute(String... words) throws IOException {
        return new AttachSocket(jvm, there, calls, user).execute(words);
    }

    /** What an exception says, without the file's name. */
    static String said(IOException e) {
        String reason =
                e instanceof FileSystemException ? ((FileSystemException) e).getReason() : null;
        return reason == null ? e.toString() : reason;
    }
}
