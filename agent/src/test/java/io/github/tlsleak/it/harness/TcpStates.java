package io.github.tlsleak.it.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** What Linux itself says of the TCP connections of this machine. Stateless. */
public final class TcpStates {

    private static final String ESTABLISHED = "01";
    private static final String CLOSE_WAIT = "08";

    private TcpStates() {}

    /** Whether this system says anything. */
    public static boolean areKnown() {
        return Files.exists(Path.of("/proc/net/tcp"));
    }

    /**
     * The states of the connections whose own end has this port: {@code established} and {@code
     * close_wait}, in this order, or {@code gone}. Of this and the other end of a connection within
     * the machine only one has the port as its own.
     */
    public static String ofLocal(int port) throws IOException {
        return states(1, port);
    }

    /** How many connections whose own end has this port are established. */
    public static int establishedOfLocal(int port) throws IOException {
        String end = String.format(":%04X", port);
        int found = 0;
        for (String line : lines()) {
            String[] words = line.trim().split(" +");
            found += words[1].endsWith(end) && words[3].equals(ESTABLISHED) ? 1 : 0;
        }
        return found;
    }

    /** As {@link #ofLocal}, of connections whose other end has this port. */
    public static String ofRemote(int port) throws IOException {
        return states(2, port);
    }

    private static String states(int column, int port) throws IOException {
        String end = String.format(":%04X", port);
        TreeSet<String> states = new TreeSet<>();
        for (String line : lines()) {
            String[] words = line.trim().split(" +");
            if (words[column].endsWith(end)) {
                states.add(words[3]);
            }
        }
        List<String> found = new ArrayList<>();
        if (states.contains(ESTABLISHED)) {
            found.add("established");
        }
        if (states.contains(CLOSE_WAIT)) {
            found.add("close_wait");
        }
        return found.isEmpty() ? "gone" : String.join(" ", found);
    }

    private static List<String> lines() throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(Path.of("/proc/net/tcp")));
        Path six = Path.of("/proc/net/tcp6");
        if (Files.exists(six)) {
            lines.addAll(Files.readAllLines(six));
        }
        return lines;
    }
}
