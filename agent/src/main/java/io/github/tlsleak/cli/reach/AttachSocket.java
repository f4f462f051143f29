package io.github.tlsleak.cli.reach;

import io.github.tlsleak.cli.jvm.Elsewhere;
import io.github.tlsleak.cli.jvm.LocalJvm;
import io.github.tlsleak.cli.jvm.Processes;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * HotSpot's attach protocol with a JVM in another container. The JVM looks for a file with its own
 * process id and listens then on a socket beside that file. Used by one thread.
 */
final class AttachSocket {

    /** The only directory that HotSpot uses, whatever java.io.tmpdir is. */
    private static final String TMP = "/tmp";

    /** The only version of the protocol that every JVM knows. */
    private static final String VERSION = "1";

    private static final Charset UTF_8 = StandardCharsets.UTF_8;

    private static final int ATTEMPTS = 200;
    private static final int PAUSE_MILLIS = 50;

    private final LocalJvm jvm;
    private final Elsewhere there;
    private final SystemCalls calls;
    private final TargetUser user;
    private final Path tmp;

    AttachSocket(LocalJvm jvm, Elsewhere there, SystemCalls calls, TargetUser user)
            throws IOException {
        this.jvm = jvm;
        this.there = there;
        this.calls = calls;
        this.user = user;
        this.tmp = user.call(() -> new TargetRoot(there.root()).outer(TMP));
    }

    /** Gives the JVM a command, and returns the whole answer. */
    String execute(String... words) throws IOException {
        byte[] request = (VERSION + '\0' + String.join("\0", words) + '\0').getBytes(UTF_8);
        byte[] answer = exchange(request);
        if (answer == null) {
            answer = awaken(request);
        }
        if (answer.length == 0) {
            throw refusal(null);
        }
        return new String(answer, UTF_8);
    }

    private static ReachException refusal(@Nullable IOException e) {
        return new ReachException(
                "it refuses commands of this user: CAP_SETUID and CAP_SETGID are missing to become"
                        + " its user; add them, or run as that user",
                e);
    }

    /** The answer; null if the JVM does not listen. */
    private byte @Nullable [] exchange(byte[] request) throws IOException {
        Path socket = tmp.resolve(".java_pid" + there.innerPid());
        if (!user.call(() -> Files.exists(socket, LinkOption.NOFOLLOW_LINKS))) {
            return null;
        }
        try {
            return calls.exchange(socket, request, user.presented(), user.presentedGroup());
        } catch (IOException e) {
            // the file may be of an earlier process: in a container, each may have number 1
            String why = String.valueOf(e.getMessage());
            if (why.contains("refused")) {
                return null;
            }
            // the JVM hangs up before it has read
            throw why.contains("reset") || why.contains("Broken pipe") ? refusal(e) : e;
        }
    }

    /** Lets the JVM listen. */
    private byte[] awaken(byte[] request) throws IOException {
        Path mark = tmp.resolve(".attach_pid" + there.innerPid());
        // Ctrl-C removes the file, too
        Thread tidy = new Thread(() -> remove(mark));
        Runtime.getRuntime().addShutdownHook(tidy);
        create(mark);
        try {
            calls.quit(there.signalPid());
            for (int i = 0; i < ATTEMPTS && Processes.isAlive(jvm.pid()); i++) {
                Thread.sleep(PAUSE_MILLIS);
                byte[] answer = exchange(request);
                if (answer != null) {
                    return answer;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            remove(mark);
            removeHook(tidy);
        }
        throw new ReachException(
                "it does not listen; it may be overloaded (try again), or its file "
                        + TMP
                        + "/.java_pid"
                        + there.innerPid()
                        + " was deleted (then start it with -javaagent:tlsleak.jar)");
    }

    private void remove(Path mark) {
        try {
            user.call(() -> Files.deleteIfExists(mark));
        } catch (IOException e) {
            // gone with the container
            return;
        }
    }

    private static void removeHook(Thread tidy) {
        try {
            Runtime.getRuntime().removeShutdownHook(tidy);
        } catch (IllegalStateException e) {
            // this JVM is ending: the hook runs
            return;
        }
    }

    private void create(Path mark) throws IOException {
        try {
            user.call(
                    () -> {
                        Files.deleteIfExists(mark);
                        Path file = Files.createFile(mark);
                        user.give(file);
                        return file;
                    });
        } catch (FileAlreadyExistsException e) {
            // another command line asks at the same moment
            return;
        } catch (ReachException e) {
            throw e;
        } catch (IOException e) {
            throw new ReachException(
                    "it cannot make the socket for attaching, because nothing can be written to its"
                            + " directory "
                            + TMP
                            + " ("
                            + Reach.said(e)
                            + "): mount a writable one there (emptyDir, tmpfs), or start it with"
                            + " -javaagent:tlsleak.jar",
                    e);
        }
    }
}
