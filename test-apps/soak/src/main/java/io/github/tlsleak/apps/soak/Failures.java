package io.github.tlsleak.apps.soak;

import java.io.PrintWriter;
import java.io.StringWriter;

/** Exceptions in one line. Stateless. */
final class Failures {

    private static final int MOST = 2_000;

    private Failures() {}

    /** The exception with its stack, in one line. */
    static String line(Throwable e) {
        StringWriter text = new StringWriter();
        e.printStackTrace(new PrintWriter(text));
        String line = text.toString().replaceAll("\\s+", " ").trim();
        return line.substring(0, Math.min(MOST, line.length()));
    }
}
