package io.github.tlsleak.data;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * The lines of one JVM of a made-up fleet, with all that makes them hard to count: two files that
 * both begin with their meta line and sites, lines that come again, findings that are excused or
 * taken out, types and fields of a later release, a last line that is cut. Used by one thread.
 */
final class FleetJvm {

    /** Half of the JVMs start at the first, the others, of a newer version, at the second. */
    private static final Instant FIRST = Instant.parse("2026-11-16T00:00:00Z");

    static final Instant DEPLOYMENT = Instant.parse("2026-11-20T12:00:00Z");

    private static final int SERVICES = 20;
    private static final long STEP_MILLIS = 30_000;

    private final SplittableRandom random;
    private final FleetSites sites;
    private final FleetLine line;
    private final Set<String> described = new HashSet<>();
    private final int index;
    private final int linesEach;
    private final Instant started;
    private int written;

    FleetJvm(int index, int linesEach) {
        this.index = index;
        this.linesEach = linesEach;
        this.random = new SplittableRandom(index);
        this.started = isNew() ? DEPLOYMENT : FIRST;
        this.sites = new FleetSites(service(), isNew());
        this.line = new FleetLine("run" + index, random);
    }

    private boolean isNew() {
        return index % 2 == 1;
    }

    private int service() {
        return index / 2 % SERVICES;
    }

    String pod() {
        return "service" + service() + "-" + index;
    }

    /** Some JVMs are killed: they write no summary, and their last line is cut. */
    private boolean isKilled() {
        return index % 19 == 3;
    }

    /** The first lines, as many as wanted: one file. */
    List<CharSequence> lines(int count) {
        List<CharSequence> file = new ArrayList<>(count);
        described.clear();
        add(file, line.meta(index, started, labels()));
        while (file.size() < count) {
            next(file);
        }
        return file;
    }

    /** The rest of the lines: the file that the JVM wrote last. */
    List<CharSequence> lastLines() {
        int rest = linesEach - written;
        int atExit = isKilled() ? 0 : random.nextInt(3);
        List<CharSequence> file = lines(rest - atExit - 1);
        for (int i = 0; i < atExit; i++) {
            add(file, line.openAtExit(now(), sites.known(described, random), i + 1));
        }
        if (isKilled()) {
            add(file, line.cut(now()));
        } else {
            add(file, line.summary(now()));
        }
        return file;
    }

    private void next(List<CharSequence> file) {
        String site = sites.pick(random);
        if (described.add(site)) {
            add(file, line.site(site, sites.frame(site)));
        } else {
            add(file, line.any(now(), site, sites.first()));
        }
    }

    private void add(List<CharSequence> file, CharSequence next) {
        file.add(next);
        written++;
    }

    /** Time goes on with each line, so that a JVM writes for two or three days. */
    private Instant now() {
        return started.plusMillis(written * STEP_MILLIS * 10_000 / linesEach);
    }

    /** Each tenth JVM is one of an older release, without labels. */
    private String labels() {
        if (index % 10 == 9) {
            return "";
        }
        return ",\"labels\":{\"service\":\"service"
                + service()
                + "\",\"version\":\""
                + (isNew() ? "2.0" : "1.0")
                + "\",\"pod\":\""
                + pod()
                + "\",\"team\":\"a \\\"team\\\"\"}";
    }
}
