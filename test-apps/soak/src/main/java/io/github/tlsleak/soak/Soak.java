package io.github.tlsleak.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Runs the soak and prints what happened. Exit code: 0 if every planted leak was found at its site
 * and nothing else, and nothing grew; 1 if not; 2 for wrong usage.
 */
public final class Soak {

    private static final int MOST_STDERR_LINES = 20;
    private static final int MOST_LEFT = 1;

    /** The name of a command line's directory. */
    private static final String REQUEST = "tlsleak-\\d+-\\d+";

    private final Setup setup;
    private final Disk disk;
    private final Clock clock;
    private final Complaints complaints = new Complaints();

    private Soak(Setup setup) throws IOException, InterruptedException {
        this.setup = setup;
        Files.createDirectories(setup.temporary());
        disk = new Disk(setup.dir().resolve("disk"));
        clock = new Clock(setup.dir());
    }

    public static void main(String[] args) throws Exception {
        try {
            Setup setup = Setup.of(args);
            System.out.println(
                    "soak for "
                            + setup.length()
                            + ", seed "
                            + setup.seed()
                            + ", in "
                            + setup.dir());
            Soak soak = new Soak(setup);
            soak.run();
            System.exit(soak.end());
        } catch (IllegalArgumentException e) {
            System.err.println("soak: " + e.getMessage());
            System.exit(2);
        }
    }

    private void run() throws IOException, InterruptedException {
        Path report = disk.dir().resolve("report.jsonl");
        for (String name : List.of("report.jsonl", "report.jsonl.1", "filler")) {
            Files.deleteIfExists(report.resolveSibling(name));
        }
        Path log = setup.dir().resolve("log.txt");
        Files.deleteIfExists(log);
        try (Target target = new Target(setup, clock.environment());
                FoundLeaks found = new FoundLeaks(report, complaints)) {
            clock.tryOn(target);
            SplittableRandom random = new SplittableRandom(setup.seed());
            Disturbances disturbances =
                    new Disturbances(target, disk, clock, complaints, random.split());
            disturbances.missing().forEach(what -> System.out.println("NOT DONE: " + what));
            Parts parts = new Parts(target, disturbances, found, complaints, report);
            Course course = new Course(setup, parts, log, random.split());
            try {
                course.run();
                target.quit();
            } catch (Failure | IOException e) {
                complaints.add(e instanceof Failure ? e.getMessage() : e.toString());
                course.threads();
            }
            course.table(disturbances.missing());
        } catch (Failure e) {
            complaints.add(e.getMessage());
        } finally {
            keep(report);
        }
    }

    /** The report outlives the small disk. */
    private void keep(Path report) throws IOException {
        for (String name : List.of("report.jsonl", "report.jsonl.1")) {
            Path file = report.resolveSibling(name);
            if (Files.exists(file)) {
                Files.copy(file, setup.dir().resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /** Killed command lines leave a directory, which the next command takes away. */
    private void leftovers() throws IOException {
        try (Stream<Path> all = Files.list(setup.temporary())) {
            List<Path> left = all.filter(p -> p.getFileName().toString().matches(REQUEST)).toList();
            System.out.println("directories left by killed command lines: " + left.size());
            if (left.size() > MOST_LEFT) {
                complaints.add("command lines leave more and more behind: " + left);
            }
        }
    }

    private int end() throws IOException {
        try (Stream<String> lines = Files.lines(setup.dir().resolve("stderr.txt"))) {
            lines.limit(MOST_STDERR_LINES)
                    .forEach(line -> System.out.println("stderr of the program: " + line));
        }
        leftovers();
        List<String> wrong = complaints.lines();
        if (wrong.isEmpty()) {
            System.out.println("soak passed");
            return 0;
        }
        System.out.println("soak FAILED:");
        wrong.forEach(line -> System.out.println("  " + line));
        return 1;
    }

    /** A time for readers: {@code 1:02:03}. */
    static String time(Duration time) {
        return String.format(
                java.util.Locale.ROOT,
                "%d:%02d:%02d",
                time.toHours(),
                time.toMinutesPart(),
                time.toSecondsPart());
    }
}
