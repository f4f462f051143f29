package io.github.tlsleak.it.page;

import io.github.tlsleak.cli.report.format.Written;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** A made report of three programs that leak for a day at many sites. Stateless. */
final class LeakyFleet {

    static final int SITES = 130;

    private static final String[] PROGRAMS = {"shop.ShopApplication", "billing.Billing", "Search"};
    private static final String[] VERDICTS = {"LOST", "UNANSWERED", "UNSENT"};
    private static final String[] SEVERITIES = {"leak", "leak", "defect"};
    private static final long START = Instant.parse("2026-11-16T08:00:00Z").toEpochMilli();
    private static final long DAY = 86_400_000;

    private LeakyFleet() {}

    /** Writes its HTML report. */
    static Path write(Path file) throws IOException {
        return Files.writeString(file, Written.as("html", Written.read(lines())));
    }

    private static String lines() {
        StringBuilder lines = new StringBuilder();
        for (int jvm = 0; jvm < PROGRAMS.length; jvm++) {
            lines.append(
                    "{\"type\":\"meta\",\"schema\":1,\"pid\":%d,\"host\":\"web-%d\",\"agent\":\"1\",\"main\":\"com.acme.%s\",\"run\":\"r%d\"}\n"
                            .formatted(100 + jvm, jvm, PROGRAMS[jvm], jvm));
            for (int site = jvm; site < SITES; site += PROGRAMS.length) {
                site(site, jvm, lines);
            }
            lines.append(
                    "{\"type\":\"summary\",\"time\":\"%s\",\"created\":9000,\"open\":9,\"run\":\"r%d\"}\n"
                            .formatted(Instant.ofEpochMilli(START + DAY), jvm));
        }
        return lines.toString();
    }

    private static void site(int site, int jvm, StringBuilder lines) {
        String type = "com.acme.client.deep.packages.Client" + site;
        String frame = "%s.call(Client%d.java:%d)".formatted(type, site, 20 + site);
        StringBuilder stack =
                new StringBuilder("\"javax.net.ssl.SSLSocket.<init>(SSLSocket.java:203)\",\"");
        stack.append(frame).append('"');
        for (int i = 0; i < 30; i++) {
            stack.append(",\"org.framework.Layer%d.invoke(Layer%d.java:%d)\"".formatted(i, i, i));
        }
        lines.append(
                "{\"type\":\"site\",\"site\":\"%016x\",\"frame\":\"%s\",\"owner\":\"application\",\"stack\":[%s],\"run\":\"r%d\"}\n"
                        .formatted(site, frame, stack, jvm));
        int count = site == 0 ? 1234 : 1 + 100 / (site + 1);
        for (int i = 0; i < count; i++) {
            lines.append(
                    "{\"type\":\"leak\",\"site\":\"%016x\",\"verdict\":\"%s\",\"severity\":\"%s\",\"resource\":\"SSLSocket\",\"peerHost\":\"db-1\",\"time\":\"%s\",\"run\":\"r%d\"}\n"
                            .formatted(
                                    site,
                                    VERDICTS[site % VERDICTS.length],
                                    SEVERITIES[site % VERDICTS.length],
                                    Instant.ofEpochMilli(START + DAY * i / count),
                                    jvm));
        }
    }
}
