package io.github.tlsleak.bench.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks that the agent did its work. A figure of an agent that followed nothing has no meaning.
 */
public final class Followed {
    private static final Pattern SUMMARY =
            Pattern.compile("summary: (\\d+) sessions?, (\\d+) closed, .*?(\\d+) leaks?");

    private Followed() {}

    /**
     * Reads the summary that the agent wrote at the end of a JVM.
     *
     * @param setup where its log is
     * @param leaky whether there may be leaks
     * @throws IOException if no session was followed, or closed sessions are reported as leaks
     */
    public static void check(Setup setup, boolean leaky) throws IOException {
        Path log = setup.log();
        Matcher summary = SUMMARY.matcher(Files.exists(log) ? Files.readString(log) : "");
        boolean said = summary.find();
        if (!said && setup.quick) {
            // the agent delays the end of a JVM for three seconds at most, which may be too short
            // here
            System.err.println("  no summary: this machine is too busy");
            return;
        }
        if (!said || summary.group(1).equals("0")) {
            throw new IOException("no session was followed, see " + log);
        }
        if (!leaky && !summary.group(3).equals("0")) {
            throw new IOException("wrong leaks, see " + log + ": " + summary.group());
        }
    }
}
