package io.github.tlsleak.cli.report.jfr;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/**
 * Reads a recording event by event. Loaded by name, on Java 11 and newer only. Used by one thread.
 */
public final class RecordingLines implements LineSource {

    static final String PREFIX = "tlsleak.";

    private final RecordingFile file;
    private final RecordedSites sites;
    private final OpenLines open;
    private List<String> first;
    private boolean over;

    /**
     * Opens a recording. What is known of the JVM is looked for before the events are read.
     *
     * @throws IOException if it is no recording
     */
    public RecordingLines(Path path) throws IOException {
        RecordedProgram program;
        try {
            program = RecordedProgram.of(path);
        } catch (RuntimeException | Error e) {
            throw FlightRecording.damaged(e);
        }
        sites = new RecordedSites(program.main());
        open = new OpenLines(sites);
        first = program.line();
        file = new RecordingFile(path);
    }

    @Override
    public List<String> next() throws IOException {
        if (!first.isEmpty()) {
            List<String> lines = first;
            first = Collections.emptyList();
            return lines;
        }
        try {
            while (!over && file.hasMoreEvents()) {
                List<String> lines = lines(file.readEvent());
                if (!lines.isEmpty()) {
                    return lines;
                }
            }
        } catch (RuntimeException | Error e) {
            // the parser trusts its file, also that it is not endless
            throw FlightRecording.damaged(e);
        }
        if (over) {
            return Collections.emptyList();
        }
        over = true;
        return open.lines();
    }

    private List<String> lines(RecordedEvent event) throws IOException {
        String type = event.getEventType().getName();
        if (!type.startsWith(PREFIX)) {
            return Collections.emptyList();
        }
        List<String> lines = new ArrayList<>();
        EventFields fields = new EventFields(event);
        switch (type) {
            case "tlsleak.Leak":
                LeakLine.write(fields, sites, lines);
                break;
            case "tlsleak.ContextChurn":
            case "tlsleak.SessionGroup":
                GroupEventLine.write(fields, sites, lines);
                break;
            case "tlsleak.OpenSession":
                open.add(fields);
                break;
            default:
                break;
        }
        return lines;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
