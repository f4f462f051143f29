package io.github.tlsleak.it.fleet.week;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * Report files of a made week of five services: a deploy on Wednesday begins a leak in the shop, a
 * fix on Thursday ends one in the search, handshakes of the gateway hang. The same bytes each time.
 */
public final class FleetWeek {

    /** A Monday. */
    public static final Instant BEGIN = Instant.parse("2026-11-16T00:00:00Z");

    private static final int DAYS = 7;
    private static final int DEPLOY = 2 * 24 + 10;
    private static final int FIX = 3 * 24 + 11;
    private static final int HOURS = DAYS * 24;

    private final Path directory;
    private final Instant begin;
    private final boolean deployed;

    private FleetWeek(Path directory, Instant begin, boolean deployed) {
        this.directory = directory;
        this.begin = begin;
        this.deployed = deployed;
    }

    /** Writes the week into a directory. */
    public static Path write(Path directory) throws IOException {
        return new FleetWeek(Files.createDirectories(directory), BEGIN, true).all();
    }

    /** Writes the week before, in which nothing was deployed. */
    public static Path writeBefore(Path directory) throws IOException {
        Instant before = BEGIN.minus(Duration.ofDays(DAYS));
        return new FleetWeek(Files.createDirectories(directory), before, false).all();
    }

    private Path all() throws IOException {
        int deploy = deployed ? DEPLOY : HOURS;
        int fix = deployed ? FIX : HOURS;
        for (int i = 0; i < 4; i++) {
            play("shop", "2.3.1", i, 0, deploy);
            play("bank", "7.0.2", i, 0, HOURS);
            if (deployed) {
                play("shop", "2.4.0", i, DEPLOY, HOURS);
            }
        }
        for (int i = 0; i < 3; i++) {
            play("search", "1.9.0", i, 0, fix);
            play("gateway", "5.2.0", i, 0, HOURS);
            if (deployed) {
                play("search", "1.9.1", i, FIX, HOURS);
            }
        }
        play("mail", "3.1.4", 0, 0, HOURS);
        play("mail", "3.1.4", 1, 0, HOURS);
        return directory;
    }

    /** One run, from an hour of the week to another. */
    private void play(String service, String version, int number, int from, int to)
            throws IOException {
        Instant started = begin.plus(Duration.ofHours(from)).plusSeconds(number * 20L);
        WeekJvm jvm = new WeekJvm(service, version, number, started);
        WeekPlay play = new WeekPlay(jvm, deployed);
        for (int hour = from; hour < to; hour++) {
            Instant time = begin.plus(Duration.ofHours(hour));
            play.hour(version, time, swing(hour), hour - from);
        }
        play.end(begin.plus(Duration.ofHours(to)));
        jvm.summary(begin.plus(Duration.ofHours(to)), to < HOURS);
        jvm.write(directory);
    }

    /** How much is done in an hour of the week: 0 to 1, less at night and at the weekend. */
    private static double swing(int hour) {
        double day = 0.5 - 0.5 * Math.cos(2 * Math.PI * (hour % 24 - 3) / 24);
        return day * (hour / 24 >= 5 ? 0.5 : 1) + 0.05;
    }
}
