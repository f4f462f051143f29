package io.github.tlsleak.cli.attach;

import io.github.tlsleak.cli.jvm.LocalJvm;
import io.github.tlsleak.cli.jvm.Processes;
import io.github.tlsleak.cli.jvm.Users;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import org.jspecify.annotations.Nullable;

/** Says in one line why a JVM gave no answer, and what to try. Immutable. */
final class AttachFailures {

    private static final String INSTEAD = "start it with -javaagent:tlsleak.jar instead";

    private final LocalJvm jvm;
    private final File jar;
    private final RequestDirectory directory;

    AttachFailures(LocalJvm jvm, File jar, RequestDirectory directory) {
        this.jvm = jvm;
        this.jar = jar;
        this.directory = directory;
    }

    /** The JVM has neither answered nor refused in time. */
    UnreachableException late(long millis) {
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

    /** The JVM gave an answer that is not valid. */
    UnreachableException garbled() {
        return new UnreachableException(
                jvm
                        + " gave an answer that cannot be understood: use a tlsleak.jar of the"
                        + " version that is in it (see list)");
    }

    /**
     * The JVM gave no answer, whether the agent was loaded or not.
     *
     * @param thrown the exception that the attach ended with
     */
    UnreachableException noReply(@Nullable Throwable thrown) {
        if (!Processes.isAlive(jvm.pid())) {
            return ended();
        }
        // JDK 8 takes the answer of newer JVMs for a failure
        if (thrown == null || root(thrown).equals("0")) {
            return loaded();
        }
        String why = why(thrown);
        return new UnreachableException("cannot attach to " + jvm + ": " + why, thrown);
    }

    private UnreachableException ended() {
        return new UnreachableException(
                jvm + " ended while tlsleak was attaching: see list for those that run");
    }

    private UnreachableException loaded() {
        Path tmp = directory.parent();
        boolean full = tmp.toFile().getUsableSpace() < 1 << 16;
        return new UnreachableException(
                "tlsleak was loaded into "
                        + jvm
                        + " but could not answer: "
                        + (full
                                ? "the disk of " + tmp + " is full"
                                : "a SecurityManager or a full disk keeps it from writing to "
                                        + tmp
                                        + ", or see its stderr")
                        + "; another directory: -Djava.io.tmpdir=DIR before -jar");
    }

    private String why(Throwable thrown) {
        String text = texts(thrown);
        String why = kept(text);
        if (why == null) {
            why = refused(text, root(thrown));
        }
        if (why == null) {
            why = unable(text, root(thrown));
        }
        return why != null ? why : root(thrown) + "; " + INSTEAD;
    }

    /** Why attaching did not reach the JVM, if it did not. */
    private @Nullable String kept(String text) {
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
                    + INSTEAD
                    + ")";
        }
        return text.contains("not permitted") || text.contains("ermission denied")
                ? "not permitted; run tlsleak as the user of that JVM"
                : null;
    }

    /** Why the JVM refused to load the agent, if it did. */
    private @Nullable String refused(String text, String root) {
        String code = root.replaceFirst(".*: ", "");
        if (text.contains("Dynamic agent loading is not enabled")) {
            return "it runs with -XX:-EnableDynamicAgentLoading; start it without that option, or "
                    + INSTEAD;
        }
        if (text.contains("Agent JAR not found") || code.equals("100")) {
            return "its user cannot read "
                    + jar
                    + "; copy the jar to a directory that every user can read, such as /tmp";
        }
        // an older JDK does not understand the refusal of a newer JVM
        return text.contains("AgentInitializationException") || code.matches("10\\d|Non-numeric.*")
                ? "it did not start the agent; see its stderr for why"
                : null;
    }

    /** Why the Java that runs this command cannot attach, if it cannot. */
    private static @Nullable String unable(String text, String root) {
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

    private static String texts(Throwable thrown) {
        StringBuilder text = new StringBuilder();
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            text.append(t).append('\n');
        }
        return text.toString();
    }

    private static String root(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String text = root.getMessage() == null ? root.toString() : root.getMessage();
        return text.trim().split("\\R", 2)[0];
    }
}
