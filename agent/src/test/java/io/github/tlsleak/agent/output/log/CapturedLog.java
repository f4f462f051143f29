package io.github.tlsleak.agent.output.log;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;

/** A log in memory. */
public final class CapturedLog {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final AgentLog log;

    public CapturedLog() {
        PrintStream before = System.err;
        System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            log = AgentLog.open("stderr", new ArrayList<>());
        } finally {
            // the log keeps the stream it was opened with
            System.setErr(before);
        }
    }

    public AgentLog log() {
        return log;
    }

    public String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** How many messages, however many lines they have. */
    long messages() {
        return text().lines().filter(line -> line.startsWith("[tlsleak] ")).count();
    }
}
