package io.github.tlsleak.soak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * What the lines of the report say, read all the time, so that no rotation is missed: how many
 * findings of each verdict blame which method. Thread-safe.
 */
final class FoundLeaks implements AutoCloseable {

    private static final long BETWEEN_MILLIS = 250;

    private final ObjectMapper mapper = new ObjectMapper();
    private final Complaints complaints;
    private final ReportTail tail;
    private final ScheduledExecutorService reader =
            Executors.newSingleThreadScheduledExecutor(FoundLeaks::thread);

    /** Method and verdict of sites, by fingerprint. */
    private final Map<String, String> methods = new HashMap<>();

    private final Map<String, String> verdicts = new HashMap<>();
    private final Map<String, Long> found = new TreeMap<>();
    private JsonNode summary;
    private long damaged;
    private long skipped;

    FoundLeaks(Path report, Complaints complaints) {
        this.complaints = complaints;
        this.tail = new ReportTail(report, this::line);
        reader.scheduleWithFixedDelay(
                this::readSafely, BETWEEN_MILLIS, BETWEEN_MILLIS, TimeUnit.MILLISECONDS);
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "reads-the-report");
        thread.setDaemon(true);
        return thread;
    }

    private void readSafely() {
        try {
            read();
        } catch (IOException | RuntimeException e) {
            complaints.add("the report cannot be read: " + e);
        }
    }

    /** Reads what is new. */
    synchronized void read() throws IOException {
        tail.read();
    }

    private void line(String text) {
        JsonNode line;
        try {
            line = mapper.readTree(text);
        } catch (IOException e) {
            // a full disk has cut it
            damaged++;
            return;
        }
        String site = line.path("site").asText();
        switch (line.path("type").asText()) {
            case "site" -> methods.put(site, Counts.method(line));
            case "leak", "open", "context", "sessions" -> {
                String known = line.has("known") ? " known" : "";
                String verdict = line.path("verdict").asText() + known;
                verdicts.put(site, verdict);
                Counts.add(found, method(line, site) + ' ' + verdict, 1);
            }
            case "skipped" -> {
                // a site of this program has one verdict only
                skipped += line.path("count").asLong();
                String verdict = verdicts.getOrDefault(site, "?");
                Counts.add(found, method(line, site) + ' ' + verdict, line.path("count").asLong());
            }
            case "summary" -> summary = line;
            case "meta", "reclosed" -> {
                // who wrote the file; what is over
            }
            default -> complaints.add("a line of no known type in the report: " + text);
        }
    }

    private String method(JsonNode line, String site) {
        boolean own = line.has("frame") || line.has("headline");
        return own ? Counts.method(line) : methods.getOrDefault(site, "a site without a line");
    }

    /** Findings since the last call of {@link #clear}, by method and verdict. */
    synchronized Map<String, Long> found() {
        return new TreeMap<>(found);
    }

    /** The last summary since then, or null. */
    synchronized JsonNode summary() {
        return summary;
    }

    /** The next summary is a new one. */
    synchronized void clearSummary() {
        summary = null;
    }

    /** Lines since then that could not be read. */
    synchronized long damaged() {
        return damaged;
    }

    /** Findings that were only counted in the report, in all. */
    synchronized long skipped() {
        return skipped;
    }

    synchronized long rotations() {
        return tail.rotations();
    }

    synchronized void clear() {
        found.clear();
        summary = null;
        damaged = 0;
    }

    @Override
    public void close() throws IOException {
        reader.shutdownNow();
        synchronized (this) {
            tail.close();
        }
    }
}
