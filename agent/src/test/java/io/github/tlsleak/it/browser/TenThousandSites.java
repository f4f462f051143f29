package io.github.tlsleak.it.browser;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;

/** Report files of some JVMs with many sites in all. The same at each call. Used by one thread. */
final class TenThousandSites {

    static final int SITES = 10_000;
    static final int JVMS = 20;

    private static final Instant BEGIN = Instant.parse("2026-11-16T00:00:00Z");
    private static final int WEEK_SECONDS = 7 * 24 * 3600;
    private static final int SITES_OF_JVM = 1_000;
    private static final int FINDINGS_OF_SITE = 5;
    private static final String[] TYPES = {"Order", "Mail", "Feed", "Price", "Index", "Token"};
    private static final ObjectMapper JSON = new ObjectMapper();

    private TenThousandSites() {}

    /** Writes a file a JVM into a directory, which is made. */
    static Path write(Path directory) throws IOException {
        Files.createDirectories(directory);
        for (int jvm = 0; jvm < JVMS; jvm++) {
            try (BufferedWriter out = Files.newBufferedWriter(directory.resolve(jvm + ".jsonl"))) {
                write(jvm, out);
            }
        }
        return directory;
    }

    private static void write(int jvm, BufferedWriter out) throws IOException {
        Random random = new Random(jvm);
        ObjectNode meta = line("meta").put("schema", 1).put("agent", "1.0.0").put("pid", 100 + jvm);
        meta.put("host", "node-" + jvm % 7).put("main", "com.acme.App" + jvm % 5);
        meta.put("java", "21.0.4").put("jvm", "OpenJDK").put("mode", "premain");
        meta.put("started", BEGIN.toString()).putObject("labels").put("service", "s" + jvm % 5);
        add(meta, out);
        for (int i = 0; i < SITES_OF_JVM; i++) {
            // half of the sites of a JVM are in another one, too
            int number = (jvm * SITES_OF_JVM / 2 + i) % SITES;
            add(site(number), out);
            for (int j = 0; j <= number % FINDINGS_OF_SITE; j++) {
                add(finding(number, random), out);
            }
        }
    }

    private static ObjectNode site(int number) {
        Random random = new Random(number);
        ObjectNode site = line("site").put("site", fingerprint(number)).put("owner", "application");
        site.put("resource", "SSLSocket");
        ArrayNode stack = site.putArray("stack");
        stack.add("javax.net.ssl.SSLSocket.<init>(SSLSocket.java:203)");
        for (int depth = 10 + random.nextInt(29); depth > 0; depth--) {
            // as in real programs, many stacks share their outer callers
            String type = TYPES[random.nextInt(depth < 7 ? 2 : TYPES.length)] + depth;
            int line = depth < 7 ? 1 : 1 + random.nextInt(999);
            stack.add("com.acme." + type + ".call(" + type + ".java:" + line + ")");
        }
        stack.add("java.lang.Thread.run(Thread.java:1583)");
        return site.put("frame", stack.get(1).asText());
    }

    private static ObjectNode finding(int number, Random random) {
        Instant time = BEGIN.plusSeconds(random.nextInt(WEEK_SECONDS));
        boolean defect = number % 4 == 0;
        ObjectNode line = line("leak").put("time", time.toString());
        line.put("verdict", defect ? "UNDERCUT" : "LOST");
        line.put("severity", defect ? "defect" : "leak").put("resource", "SSLSocket");
        line.put("peerHost", "db-" + random.nextInt(50)).put("peerPort", 443);
        line.put("thread", "http-nio-8443-exec-" + random.nextInt(50));
        return line.put("lifetimeMillis", random.nextInt(60_000)).put("site", fingerprint(number));
    }

    private static String fingerprint(int number) {
        return String.format("%016x", (number + 1) * 0x9E3779B97F4A7C15L);
    }

    private static ObjectNode line(String type) {
        return JSON.createObjectNode().put("type", type);
    }

    private static void add(ObjectNode line, BufferedWriter out) throws IOException {
        out.write(line + "\n");
    }
}
