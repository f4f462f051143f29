package io.github.tlsleak.report;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;

/** A log in memory. */
final class CapturedLog {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final AgentLog log;

    CapturedLog() {
        PrintStream before = System.err;
        System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            log = AgentLog.open("stderr", new ArrayList<>());
        } finally {
            // the log keeps the stream it was opened with
            System.setErr(before);
        }
    }

    AgentLog log() {
        return log;
    }

    String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** How many messages, however many lines they have. */
    long messages() {
        return text().lines().filter(line -> line.startsWith("[tlsleak] ")).count();
    }
}
