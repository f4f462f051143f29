package io.github.tlsleak.cli.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** Writes report files whose content a random number generator decides. Used by one thread. */
public final class RandomReports {

    private static final String[] VERDICTS = {
        "LOST", "RESCUED", "CUT", "STUCK", "CLOSE_FAILED", "UNDERCUT", "RETAINED"
    };
    private static final String[] SEVERITIES = {"leak", "defect", "notice"};
    private static final long START = Instant.parse("2026-11-01T00:00:00Z").toEpochMilli();

    private final Random random;
    private int runs;

    public RandomReports(Random random) {
        this.random = random;
    }

    private <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private String time(int spanHours) {
        return Instant.ofEpochMilli(START + (long) (random.nextDouble() * spanHours * 3_600_000))
                .toString();
    }

    /** Writes files into a directory. */
    public List<Path> write(Path dir, int count) throws IOException {
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String name = "f" + i + (chance(20) ? ".jsonl.gz" : ".jsonl");
            Path file = dir.resolve(name);
            try (OutputStream plain = Files.newOutputStream(file);
                    OutputStream out = name.endsWith("gz") ? new GZIPOutputStream(plain) : plain) {
                out.write(file().getBytes(StandardCharsets.UTF_8));
            }
            files.add(file);
        }
        return files;
    }

    private String file() {
        StringBuilder text = new StringBuilder();
        int jvms = 1 + random.nextInt(2);
        int span = any(new Integer[] {1, 24, 2000});
        for (int j = 0; j < jvms; j++) {
            boolean old = jvms == 1 && chance(25);
            String run = old ? "" : ",\"run\":\"run" + runs + random.nextInt(9) + '"';
            runs++;
            if (!chance(10)) {
                text.append(meta(run));
            }
            int lines = random.nextInt(chance(10) ? 400 : 40);
            for (int i = 0; i < lines; i++) {
                text.append(line(run, span));
            }
            if (chance(70)) {
                text.append(summary(run, span));
            }
        }
        return text + (chance(20) ? "no line of a report\n" : "");
    }

    private String meta(String run) {
        String labels =
                chance(30)
                        ? ""
                        : ",\"labels\":{\"service\":\"%s\",\"pod\":\"p%d\"}"
                                .formatted(any(new String[] {"shop", "cart"}), random.nextInt(4));
        return ("{\"type\":\"meta\",\"schema\":%d,\"pid\":%d,\"host\":\"h%d\",\"main\":\"com.acme.%s\","
                        + "\"agent\":\"1\",\"started\":\"%s\"%s%s}\n")
                .formatted(
                        chance(5) ? 2 : 1,
                        random.nextInt(1000),
                        random.nextInt(3),
                        any(new String[] {"Shop", "Cart"}),
                        time(1),
                        labels,
                        run);
    }

    private String line(String run, int span) {
        int site = random.nextInt(6);
        String of = ",\"site\":\"%016x\"%s}\n".formatted(site, run);
        switch (random.nextInt(12)) {
            case 0:
            case 1:
                return site(site, of);
            case 2:
                return finding("open", "OPEN", "notice", span, ",\"ageMillis\":70000" + session())
                        + of;
            case 3:
                return finding("reclosed", "OPEN", "notice", span, session()) + of;
            case 4:
                return finding("open", "OPEN", "notice", span, ",\"atExit\":true" + session()) + of;
            case 5:
                return group(span) + of;
            case 6:
                return "{\"type\":\"skipped\",\"time\":\"%s\",\"count\":%d"
                                .formatted(time(span), random.nextInt(50))
                        + of;
            default:
                return leak(span) + of;
        }
    }

    /** A stack has one name; the site has several stacks. */
    private String site(int site, String of) {
        int line = random.nextInt(5);
        String frame = "com.acme.C%d.m(C%d.java:%d)".formatted(site, site, line);
        return ("{\"type\":\"site\",\"resource\":\"SSLSocket\",\"fingerprint1\":\"%016x\","
                                + "\"frame\":\"%s\",\"owner\":\"application\",\"stack\":[\"x.Y.z(Y.java:%d)\",\"%s\"]")
                        .formatted(site * 100 + line, frame, line, frame)
                + of;
    }

    private String leak(int span) {
        String more =
                ",\"lifetimeMillis\":%d".formatted((long) Math.exp(random.nextDouble() * 20))
                        + session()
                        + (chance(5) ? ",\"known\":\"java.net.http\"" : "")
                        + (chance(5) ? ",\"suppressedBy\":\"r" + random.nextInt(3) + '"' : "")
                        + (chance(10) ? ",\"error\":\"e" + random.nextInt(5) + '"' : "")
                        + (chance(10) ? ",\"pipeline\":\"p" + random.nextInt(5) + '"' : "")
                        + (chance(10) ? ",\"alive\":true" : "")
                        + (chance(10) ? ",\"closedAt\":\"%016x\"".formatted(random.nextInt(6)) : "")
                        + (chance(5)
                                ? ",\"hangsAt\":\"%016x\",\"hangsIn\":\"t\"".formatted(1)
                                : "");
        return finding("leak", any(VERDICTS), any(SEVERITIES), span, more);
    }

    private String session() {
        return ",\"peerHost\":\"db-%d\",\"peerPort\":443,\"thread\":\"t%d\",\"role\":\"client\",\"created\":\"%s\""
                .formatted(
                        random.nextInt(30),
                        random.nextInt(40),
                        Instant.ofEpochMilli(START + random.nextInt(5)));
    }

    private String finding(String type, String verdict, String severity, int span, String more) {
        return "{\"type\":\"%s\",\"time\":\"%s\",\"verdict\":\"%s\",\"severity\":\"%s\",\"resource\":\"SSLSocket\"%s"
                .formatted(type, time(span), verdict, severity, more);
    }

    private String group(int span) {
        boolean contexts = chance(50);
        return finding(
                        contexts ? "context" : "sessions",
                        contexts ? "CONTEXT_CHURN" : "SESSION_HOARD",
                        any(SEVERITIES),
                        span,
                        ",\"sessions\":%d,\"live\":%d".formatted(random.nextInt(90), 7))
                + (chance(30) ? ",\"peers\":{\"db\":" + random.nextInt(9) + '}' : "")
                + (chance(10) ? ",\"over\":true" : "");
    }

    private String summary(String run, int span) {
        return ("{\"type\":\"summary\",\"time\":\"%s\",\"created\":%d,\"sessions\":9,\"closed\":4,\"open\":1,"
                        + "\"ended\":{\"LOST\":3},\"unusedSuppressions\":[\"r%d\"],\"agentErrors\":%d%s%s}\n")
                .formatted(
                        time(span),
                        random.nextInt(99),
                        random.nextInt(3),
                        random.nextInt(2),
                        chance(50) ? ",\"atExit\":true" : "",
                        run);
    }
}
