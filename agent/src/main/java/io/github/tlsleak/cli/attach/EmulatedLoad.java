package io.github.tlsleak.cli.attach;

import io.github.tlsleak.cli.jvm.LocalJvm;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import net.bytebuddy.agent.VirtualMachine.ForHotSpot.Connection;

/**
 * Speaks HotSpot's attach protocol itself, on Linux, if this Java has no API for it. Used by one
 * thread.
 */
final class EmulatedLoad implements AgentLoad {

    /** 10 s together, as in the JDK. byte-buddy's own 1.5 s are too short for a JVM under load. */
    private static final int ATTEMPTS = 200;

    private static final int PAUSE_MILLIS = 50;

    private static final String JNA_DIRECTORY = "jna.tmpdir";

    /**
     * Names the directory that JNA unpacks a library into. JNA removes the library itself.
     *
     * @param own a private directory for that JVM
     */
    static void prepare(LocalJvm jvm, Path own) {
        // root must not load a library from a directory where another user may write
        if (System.getProperty(JNA_DIRECTORY) == null && jvm.uid() < 0) {
            System.setProperty(JNA_DIRECTORY, own.toString());
        }
    }

    @Override
    public void load(long pid, File jar, String arguments) throws IOException {
        check(execute(pid, "load", "instrument", "false", jar.getPath() + "=" + arguments));
    }

    /**
     * Gives a JVM a command.
     *
     * @param words a command of the attach protocol, and three arguments: a JVM waits for all of
     *     them
     * @return the whole answer; its first line is a number, {@code 0} if the JVM knows the command
     */
    static String execute(long pid, String... words) throws IOException {
        Connection.Factory factory =
                new Connection.ForJnaPosixSocket.Factory(
                        "/tmp", ATTEMPTS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        try (Connection connection = factory.connect(Long.toString(pid));
                Connection.Response response = connection.execute("1", words)) {
            return read(response);
        }
    }

    /**
     * Checks the JVM's answer. Its first line is {@code 0} if the JVM knows the command. The second
     * is {@code 0} or {@code return code: 0} if the agent was loaded.
     *
     * @throws IOException if the agent was not loaded
     */
    static void check(String answer) throws IOException {
        String[] lines = answer.split("\n", 2);
        String result = lines.length < 2 ? "" : lines[1].trim();
        boolean fine = result.isEmpty() || result.matches("(return code: )?0");
        if (!lines[0].trim().equals("0") || !fine) {
            throw new IOException(result.isEmpty() ? "answer " + lines[0].trim() : result);
        }
    }

    private static String read(Connection.Response response) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] buffer = new byte[1024];
        for (int n = response.read(buffer); n >= 0; n = response.read(buffer)) {
            all.write(buffer, 0, n);
        }
        return new String(all.toByteArray(), StandardCharsets.UTF_8);
    }
}
