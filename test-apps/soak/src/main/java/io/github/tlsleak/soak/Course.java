package io.github.tlsleak.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * The course of a soak: in the first half the agent comes and goes with each round, in the second
 * half it stays. Used by one thread.
 */
final class Course {

    private static final long DETACHED_MILLIS = 1_500;

    /** After so many mistakes each way has had its turn, a hundred times on the average. */
    private static final long MANY = 10_000;

    private final Setup setup;
    private final Parts parts;
    private final Path log;
    private final SplittableRandom random;
    private final Samples detached = new Samples("detached");
    private final Samples attached = new Samples("attached");
    private final long began = System.nanoTime();
    private Counts planted = Counts.NONE;
    private Counts judged = Counts.NONE;
    private long sessions;
    private long processorSeconds;
    private boolean stays;
    private long excused;
    private int rounds;
    private int byCounts;
    private String ways = "the ways of ending were not counted";

    Course(Setup setup, Parts parts, Path log, SplittableRandom random) {
        this.setup = setup;
        this.parts = parts;
        this.log = log;
        this.random = random;
    }

    void run() throws IOException, InterruptedException {
        long half = setup.length().toNanos() / 2;
        while (elapsed() < half) {
            attachment(0);
        }
        stays = true;
        attachment(setup.length().toNanos());
        ways(parts.target().ask("ways"));
        detached.judge(parts.complaints());
        attached.judge(parts.complaints());
    }

    /** In a soak that is long enough every way must have been played: {@code METHOD COUNT ...}. */
    private void ways(String text) {
        String[] words = text.split(" ");
        int least = 1;
        for (int i = 1; i < words.length; i += 2) {
            long count = Long.parseLong(words[i]);
            if (count == 0 && planted.number() > MANY) {
                parts.complaints().add("never played: " + words[i - 1]);
            }
            least = count < Long.parseLong(words[least]) ? i : least;
        }
        ways = words.length / 2 + " ways of ending, the rarest " + words[least] + " times: ";
        ways += words[least - 1];
    }

    private long elapsed() {
        return System.nanoTime() - began;
    }

    /** Plays one round, and more until that many nanoseconds of the soak are over. */
    private void attachment(long until) throws IOException, InterruptedException {
        Attachment attachment = new Attachment(parts, log, random.split());
        attachment.attach();
        do {
            Round round = attachment.round(setup.round().toNanos());
            planted = planted.plus(round.planted());
            judged = judged.plus(round.judged()).minus(round.excused());
            excused += round.excused().number();
            byCounts += round.diskWasFull() ? 1 : 0;
            rounds++;
            if (stays) {
                attached.take(parts.target());
            }
            progress(round);
        } while (elapsed() < until);
        attachment.detach();
        TimeUnit.MILLISECONDS.sleep(DETACHED_MILLIS);
        parts.failures(parts.target().ask("stop"), false);
        detached.take(parts.target());
    }

    private void progress(Round round) throws IOException, InterruptedException {
        String line = parts.target().ask("figures");
        sessions = Long.parseLong(line.split(" ")[1]);
        processorSeconds = parts.target().processorSeconds();
        StringBuilder text = new StringBuilder();
        Samples.of(line)
                .forEach(
                        (f, v) -> text.append(", ").append(f.word()).append(' ').append(f.text(v)));
        System.out.printf(
                Locale.ROOT,
                "%s round %d%s: %,d sessions (%,d/s), planted %,d, found %,d%s%n",
                Soak.time(Duration.ofNanos(elapsed())),
                rounds,
                round.diskWasFull() ? " (disk full)" : "",
                sessions,
                rate(),
                planted.number(),
                judged.number(),
                text);
    }

    private long rate() {
        return sessions / Math.max(1, TimeUnit.NANOSECONDS.toSeconds(elapsed()));
    }

    /** What the program's threads do, in a file: something went wrong. */
    void threads() throws InterruptedException {
        try {
            Files.writeString(
                    setup.dir().resolve("threads.txt"), parts.target().jcmd("Thread.print"));
        } catch (IOException | Failure e) {
            System.out.println("its threads cannot be looked at: " + e.getMessage());
        }
    }

    /** Prints the table of figures. */
    void table(List<String> missing) {
        System.out.printf(
                Locale.ROOT,
                "%n%s, seed %d: %d rounds, %,d sessions, %,d a second, %,d a second of processor time%n",
                Soak.time(Duration.ofNanos(elapsed())),
                setup.seed(),
                rounds,
                sessions,
                rate(),
                sessions / Math.max(1, processorSeconds));
        System.out.printf(
                Locale.ROOT,
                "planted %,d, found %,d at their sites; %d rounds by lines, %d by counts (disk full)%n",
                planted.number(),
                judged.number(),
                rounds - byCounts,
                byCounts);
        Map<String, Long> verdicts = new TreeMap<>();
        judged.sites().forEach((site, n) -> Counts.add(verdicts, site.replaceAll(".* ", ""), n));
        verdicts.forEach((v, n) -> System.out.printf(Locale.ROOT, "  %-13s %,d%n", v, n));
        System.out.printf(
                "report rotated %d times, %d findings only counted in it%n",
                parts.found().rotations(), parts.found().skipped());
        System.out.println("known behaviours of libraries after clock steps: " + excused);
        System.out.println(ways);
        System.out.println("happened:");
        parts.disturbances().happened().forEach((w, n) -> System.out.printf("  %5d %s%n", n, w));
        missing.forEach(what -> System.out.println("  NOT DONE: " + what));
        System.out.println("flat (medians of the second and of the last quarter):");
        detached.rows().forEach(System.out::println);
        attached.rows().forEach(System.out::println);
    }
}
