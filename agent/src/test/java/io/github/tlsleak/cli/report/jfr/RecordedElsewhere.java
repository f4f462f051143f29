package io.github.tlsleak.cli.report.jfr;

import java.nio.file.Path;
import jdk.jfr.Configuration;
import jdk.jfr.Event;
import jdk.jfr.Name;
import jdk.jfr.Recording;

/**
 * A program that writes two recordings: one with events that only look like tlsleak's, as those of
 * another release may, and before that one with another's. The recorder of a JVM is one for all
 * tests, so this is a JVM of its own.
 */
final class RecordedElsewhere {

    static final int LEAKS = 20;

    private RecordedElsewhere() {}

    /** Has less than the real one. */
    @Name("tlsleak.Leak")
    static final class Lookalike extends Event {

        String site = "0123456789abcdef";
        String verdict = "LOST";
        String severity = "leak";
        String frame = "com.acme.Shop.buy(Shop.java:3)";
        String owner = "application";
        String allocationStack = "com.acme.Shop.buy(Shop.java:3)\n...";
    }

    /** One of another program. */
    @Name("acme.Other")
    static final class Other extends Event {}

    public static void main(String[] args) throws Exception {
        record(Path.of(args[0]), new Other());
        Event[] leaks = new Event[LEAKS];
        for (int i = 0; i < LEAKS; i++) {
            leaks[i] = new Lookalike();
        }
        record(Path.of(args[1]), leaks);
    }

    private static void record(Path file, Event... events) throws Exception {
        try (Recording recording = new Recording(Configuration.getConfiguration("default"))) {
            recording.start();
            for (Event event : events) {
                event.commit();
            }
            recording.stop();
            recording.dump(file);
        }
    }
}
