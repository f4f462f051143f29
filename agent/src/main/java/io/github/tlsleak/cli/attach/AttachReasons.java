package io.github.tlsleak.cli.attach;

import io.github.tlsleak.cli.jvm.LocalJvm;
import io.github.tlsleak.cli.jvm.Processes;
import io.github.tlsleak.cli.jvm.Users;
import io.github.tlsleak.cli.reach.ReachException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import org.jspecify.annotations.Nullable;

/** Says in one line why a JVM could not be reached, and what to try. Immutable. */
public final class AttachReasons {

    private final LocalJvm jvm;
    private final String instead;

    /**
     * @param instead what to do about a JVM that cannot be attached to, without a full stop
     */
    public AttachReasons(LocalJvm jvm, String instead) {
        this.jvm = jvm;
        this.instead = instead;
    }

    /** The JVM has neither answered nor refused in time. */
    public UnreachableException late(long millis) {
        if (!Processes.isAlive(jvm.pid())) {
            return ended();
        }
        return new UnreachableException(
                jvm
                        + " does not answer within "
                        + millis / 1000
                        + " s: it may be in a long pause, out of CPU or stopped; try again, or"
                        + " wait longer with -Dtlsleak.attach.timeout=SECONDS before -jar");
    }

    /**
     * The JVM was not reached.
     *
     * @param thrown the exception that the attach ended with
     */
    public UnreachableException failed(Throwable thrown) {
        if (!Processes.isAlive(jvm.pid())) {
            return ended();
        }
        String text = texts(thrown);
        String why = kept(text);
        if (why == null) {
            why = unable(text, root(thrown));
        }
        return failed(why, thrown);
    }

    /** As {@link #failed(Throwable)}, for a reason that may be known already. */
    UnreachableException failed(@Nullable String why, Throwable thrown) {
        boolean reasoned = thrown instanceof ReachException;
        String known = why != null ? why : root(thrown) + (reasoned ? "" : "; " + instead);
        return new UnreachableException("cannot attach to " + jvm + ": " + known, thrown);
    }

    UnreachableException ended() {
        return new UnreachableException(
                jvm + " ended while tlsleak was attaching: see list for those that run");
    }

    /** Why attaching did not reach the JVM, if it did not. */
    @Nullable String kept(String text) {
        if (jvm.elsewhere() != null) {
            return null;
        }
        Path socket = Paths.get("/tmp/.java_pid" + jvm.pid());
        if (jvm.uid() >= 0 && (isSilent(text) || isForeign(text))) {
            return "root cannot attach to it with these versions of Java; run as its user: "
                    + Users.sudo(jvm.uid());
        }
        if (Files.exists(socket) && (text.contains("refused") || isForeign(text))) {
            return socket
                    + " was left behind by an earlier process; remove that file and try again";
        }
        if (isSilent(text)) {
            return "it does not listen; it may be overloaded (try again), or its file "
                    + socket
                    + " was deleted (then "
                    + instead
                    + ")";
        }
        return text.contains("not permitted") || text.contains("ermission denied")
                ? "not permitted; run tlsleak as the user of that JVM"
                : null;
    }

    /** Why the Java that runs this command cannot attach, if it cannot. */
    static @Nullable String unable(String text, String root) {
        if (text.contains("UnsatisfiedLinkError")) {
            return "a library cannot be loaded here ("
                    + root
                    + "); use the java of a JDK, or give"
                    + " -Djna.tmpdir=DIR before -jar, where DIR may hold executables";
        }
        return text.contains("NoClassDefFoundError")
                        || text.contains("No compatible attachment provider")
                ? "the Java that runs this command lacks a class that attach needs ("
                        + root.replace('/', '.')
                        + "); use the java of a JDK"
                : null;
    }

    /** Whether the socket file belongs to another process. */
    private static boolean isForeign(String text) {
        return text.contains("well-known file") || text.contains("should be owned");
    }

    private static boolean isSilent(String text) {
        return text.contains("AttachNotSupported")
                || text.contains("Unable to open socket file")
                || text.contains("did not respond");
    }

    /** An exception and its causes, a line each. */
    static String texts(Throwable thrown) {
        StringBuilder text = new StringBuilder();
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            text.append(t).append('\n');
        }
        return text.toString();
    }

    /** The first line of the message of the last cause. */
    static String root(Throwable thrown) {
        if (thrown instanceof ReachException) {
            return String.valueOf(thrown.getMessage());
        }
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String text = root.getMessage() == null ? root.toString() : root.getMessage();
        return text.trim().split("\\R", 2)[0];
    }
}
