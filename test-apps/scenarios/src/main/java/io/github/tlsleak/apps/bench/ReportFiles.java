package io.github.tlsleak.apps.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.time.Instant;

/**
 * Writes report files as agents would: {@code DIR LINES FILES SITES}. Each file belongs to a JVM of
 * its own. The leak lines are spread over the files and the sites, and stacks are 60 frames deep.
 * The same arguments give the same files. {@code tlsleak.jar report DIR} reads them.
 */
public final class ReportFiles {

    private static final int DEPTH = 60;
    private static final long START = Instant.parse("2026-11-22T10:00:00Z").toEpochMilli();
    private static final String[] VERDICTS = {
        "\"LOST\",\"severity\":\"leak\"",
        "\"LOST\",\"severity\":\"leak\"",
        "\"UNANSWERED\",\"severity\":\"leak\"",
        "\"UNSENT\",\"severity\":\"defect\"",
        "\"CLOSE_FAILED\",\"severity\":\"notice\"",
    };

    private ReportFiles() {}

    public static void main(String[] args) throws IOException {
        Path dir = Files.createDirectories(Paths.get(args[0]));
        long lines = Long.parseLong(args[1]);
        int files = Integer.parseInt(args[2]);
        int sites = Integer.parseInt(args[3]);
        long bytes = 0;
        for (int file = 0; file < files; file++) {
            Path report = dir.resolve("leaks-" + (1000 + file) + ".jsonl");
            long from = lines * file / files;
            write(report, file, from, lines * (file + 1) / files, sites);
            bytes += Files.size(report);
        }
        System.out.println(lines + " lines, " + files + " files, " + bytes / 1_000_000 + " MB");
    }

    private static void write(Path report, int file, long from, long to, int sites)
            throws IOException {
        boolean[] described = new boolean[sites];
        try (BufferedWriter out = Files.newBufferedWriter(report, StandardCharsets.UTF_8)) {
            out.write(meta(file));
            for (long i = from; i < to; i++) {
                int site = (int) ((i * 7919 + i / sites) % sites);
                if (!described[site]) {
                    described[site] = true;
                    out.write(site(site, file));
                }
                out.write(leak(i, site, file));
            }
            out.write(
                    "{\"type\":\"summary\",\"time\":\""
                            + Instant.ofEpochMilli(START + to)
                            + "\",\"created\":"
                            + (to - from)
                            + ",\"closed\":0,\"open\":0,\"agentErrors\":0,\"run\":\""
                            + run(file)
                            + "\"}\n");
        }
    }

    private static String meta(int file) {
        return "{\"type\":\"meta\",\"schema\":1,\"run\":\""
                + run(file)
                + "\",\"agent\":\"1.0.0\",\"pid\":"
                + (1000 + file)
                + ",\"host\":\"web-1\",\"jvm\":\"OpenJDK 64-Bit Server VM\",\"java\":\"21.0.4+7\","
                + "\"main\":\"com.acme.Shop\",\"started\":\""
                + Instant.ofEpochMilli(START)
                + "\",\"mode\":\"premain\",\"options\":\"report=leaks-%p.jsonl\"}\n";
    }

    private static String site(int site, int file) {
        StringBuilder line = new StringBuilder(8192);
        String frame = "com.acme.orders.Client" + site + ".order(Client" + site + ".java:27)";
        line.append("{\"type\":\"site\",\"site\":\"").append(fingerprint(site));
        line.append("\",\"fingerprint1\":\"").append(fingerprint(~site));
        line.append("\",\"resource\":\"SSLSocket\",\"frame\":\"").append(frame);
        line.append("\",\"owner\":\"application\",\"stack\":[");
        line.append("\"javax.net.ssl.SSLSocket.<init>(SSLSocket.java:203)\",\"").append(frame);
        for (int i = 2; i < DEPTH; i++) {
            line.append("\",\"org.framework.web.filter.Filter").append(i);
            line.append(".doFilterInternal(Filter").append(i).append(".java:").append(i * 7);
            line.append(')');
        }
        return line.append("\"],\"run\":\"").append(run(file)).append("\"}\n").toString();
    }

    private static String leak(long i, int site, int file) {
        long created = START + i * 10;
        long lifetime = 100 + i % 60_000;
        return "{\"type\":\"leak\",\"time\":\""
                + Instant.ofEpochMilli(created + lifetime)
                + "\",\"verdict\":"
                + VERDICTS[site % VERDICTS.length]
                + ",\"resource\":\"SSLSocket\",\"class\":\"sun.security.ssl.SSLSocketImpl\","
                + "\"provider\":\"SunJSSE\",\"role\":\"client\",\"peerHost\":\"db-"
                + i % 50
                + ".internal\",\"peerPort\":5432,\"protocol\":\"TLSv1.3\","
                + "\"cipherSuite\":\"TLS_AES_256_GCM_SHA384\",\"created\":\""
                + Instant.ofEpochMilli(created)
                + "\",\"lifetimeMillis\":"
                + lifetime
                + ",\"thread\":\"order-"
                + i % 200
                + "\",\"site\":\""
                + fingerprint(site)
                + "\",\"count\":"
                + (i + 1)
                + ",\"adopted\":false,\"finalizer\":false,\"run\":\""
                + run(file)
                + "\"}\n";
    }

    private static String run(int file) {
        return "run" + (100_000_000L + file);
    }

    private static String fingerprint(int site) {
        return String.format("%016x", site * 0x9E3779B97F4A7C15L);
    }
}
