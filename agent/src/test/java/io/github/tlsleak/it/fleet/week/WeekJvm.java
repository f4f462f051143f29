package io.github.tlsleak.it.fleet.week;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;

/** Writes the report file of one run of a made program. Used by one thread. */
final class WeekJvm {

    private static final ObjectMapper JSON = new ObjectMapper();

    final String service;
    final Instant started;
    private final String run;
    private final Random random;
    private final Set<String> described = new HashSet<>();
    private final StringBuilder text = new StringBuilder();
    private long open;
    private long ended;

    WeekJvm(String service, String version, int number, Instant started) {
        this.service = service;
        this.started = started;
        run = service + "-" + version + "-" + number;
        random = new Random(run.hashCode());
        ObjectNode meta = line("meta").put("schema", 1).put("agent", "0.2.0");
        meta.put("pid", 1000 + random.nextInt(30_000)).put("host", "node-" + (1 + number % 4));
        meta.put("jvm", "OpenJDK 64-Bit Server VM").put("java", "21.0.4+7-LTS");
        meta.put("main", "com.acme." + service + ".Application").put("started", "" + started);
        meta.put("mode", "premain");
        ObjectNode labels = meta.putObject("labels");
        labels.put("service", service).put("version", version).put("pod", run);
        add(meta);
    }

    Random random() {
        return random;
    }

    private ObjectNode line(String type) {
        return JSON.createObjectNode().put("type", type).put("run", run);
    }

    private void add(ObjectNode line) {
        text.append(line).append('\n');
    }

    private void describe(WeekSite site) {
        if (described.add(site.id())) {
            ObjectNode line = site.line();
            add(line.put("run", run));
        }
    }

    /** A finding on a session. */
    ObjectNode session(String type, WeekSite site, Instant time, String verdict, String severity) {
        describe(site);
        ObjectNode line = line(type).put("time", time.truncatedTo(ChronoUnit.MILLIS).toString());
        line.put("verdict", verdict).put("severity", severity).put("resource", site.resource());
        return line.put("site", site.fingerprint());
    }

    /** Adds what is known of a session. */
    static ObjectNode peer(ObjectNode line, String host, int port, String thread, long lived) {
        Instant time = Instant.parse(line.get("time").asText());
        line.put("provider", "SunJSSE").put("role", "client").put("protocol", "TLSv1.3");
        line.put("peerHost", host).put("peerPort", port).put("thread", thread);
        line.put("created", time.minusMillis(lived).toString());
        boolean alive = line.get("type").asText().equals("open") || line.has("alive");
        return line.put(alive ? "ageMillis" : "lifetimeMillis", lived);
    }

    void found(ObjectNode line) {
        boolean alive = line.has("alive");
        open += line.get("type").asText().equals("open") ? 1 : 0;
        ended += alive || line.has("live") || line.has("known") ? 0 : 1;
        add(line);
    }

    void describeToo(WeekSite site) {
        describe(site);
    }

    /** The end of the run. */
    void summary(Instant time, boolean atExit) {
        long closed = 900 + random.nextInt(9_000);
        ObjectNode line = line("summary").put("time", time.toString());
        if (atExit) {
            line.put("atExit", true);
        }
        line.put("sessions", closed + ended + open).put("closed", closed);
        line.putObject("ended").put("LOST", ended);
        line.put("open", open).put("created", closed + ended + open);
        add(line.put("agentErrors", 0));
    }

    Path write(Path directory) throws IOException {
        return Files.writeString(directory.resolve(run + ".jsonl"), text);
    }
}
