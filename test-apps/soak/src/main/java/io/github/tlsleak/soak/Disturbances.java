package io.github.tlsleak.soak;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** What happens to a service in production, at random. Used by one thread. */
final class Disturbances {

    /** Something that happens while the load is on. */
    interface Disturbance {
        void happen(SplittableRandom random) throws IOException, InterruptedException;
    }

    private static final int MOST_STOPPED_MILLIS = 3_000;
    private static final int STOPPED_IN_COMMAND_MILLIS = 1_500;
    private static final int FULL_MILLIS = 3_000;
    private static final int MOST_UNTIL_KILLED_MILLIS = 700;
    private static final int MOST_BETWEEN_MILLIS = 5_000;
    private static final int ROUNDS_PER_FULL_DISK = 4;
    private static final String REFUSED_STOPPED = ": stopped; let it run: kill -CONT ";

    private static final String[] CHANGES = {
        "stack.depth=24", "stack.depth=64", "gc.interval=1s", "gc.interval=5s", "threshold=2h"
    };

    private static final int[] LEVELS = {100, 100, 60, 20};

    /** Seconds that the wall clock is ahead, or behind. */
    private static final int[] STEPS = {0, 1, -1, 30, -300, 3_600, -3_600, 90_000, -90_000};

    private final Target target;
    private final Disk disk;
    private final Clock clock;
    private final Complaints complaints;
    private final SplittableRandom random;
    private final Map<String, Disturbance> all = new LinkedHashMap<>();
    private final Map<String, Integer> happened = new TreeMap<>();
    private boolean clockStepped;

    Disturbances(
            Target target, Disk disk, Clock clock, Complaints complaints, SplittableRandom random) {
        this.target = target;
        this.disk = disk;
        this.clock = clock;
        this.complaints = complaints;
        this.random = random;
        all.put("status", r -> target.tlsleak("status"));
        all.put("dump", r -> target.tlsleak("dump"));
        all.put("dump --gc --open", r -> target.tlsleak("dump", "--gc", "--open"));
        all.put("set", r -> target.tlsleak("set", CHANGES[r.nextInt(CHANGES.length)]));
        all.put("change of load", r -> target.ask("level " + LEVELS[r.nextInt(LEVELS.length)]));
        all.put("GC storm", r -> target.ask("collect"));
        all.put("SIGSTOP", this::stopped);
        all.put("SIGSTOP during a command", this::stoppedInCommand);
        all.put("killed command", this::killedCommand);
        if (clock.works()) {
            all.put("clock step", this::clockStep);
        }
    }

    /** What cannot happen on this machine, and why. */
    List<String> missing() {
        List<String> missing = new ArrayList<>();
        if (!disk.works()) {
            missing.add("full disk: " + disk.problem());
        }
        if (!clock.works()) {
            missing.add("clock step: " + clock.problem());
        }
        return missing;
    }

    /** How often each has happened. */
    Map<String, Integer> happened() {
        return happened;
    }

    /** Counts something that happened elsewhere. */
    void count(String name) {
        happened.merge(name, 1, Integer::sum);
    }

    /** Lets things happen for a while. Returns whether the disk was full meanwhile. */
    boolean disturb(long nanos) throws IOException, InterruptedException {
        long end = System.nanoTime() + nanos;
        boolean full = disk.works() && random.nextInt(ROUNDS_PER_FULL_DISK) == 0;
        if (full) {
            happen("full disk", r -> fullDisk());
        }
        while (System.nanoTime() - end < 0) {
            List<String> names = new ArrayList<>(all.keySet());
            String name = names.get(random.nextInt(names.size()));
            happen(name, all.get(name));
            TimeUnit.MILLISECONDS.sleep(random.nextInt(MOST_BETWEEN_MILLIS));
        }
        return full;
    }

    private void happen(String name, Disturbance what) throws IOException, InterruptedException {
        // a generator of its own: what it draws does not change what comes next
        SplittableRandom own = random.split();
        try {
            what.happen(own);
        } catch (Failure e) {
            // one command that fails does not end a soak of hours
            complaints.add(name + ": " + e.getMessage());
        }
        count(name);
    }

    private void stopped(SplittableRandom r) throws IOException, InterruptedException {
        target.signal("STOP");
        try {
            TimeUnit.MILLISECONDS.sleep(r.nextInt(MOST_STOPPED_MILLIS));
        } finally {
            target.signal("CONT");
        }
    }

    /**
     * The command waits for a program that is stopped under it, and must succeed. If it comes when
     * the program is stopped already, it says so instead.
     */
    private void stoppedInCommand(SplittableRandom r) throws IOException, InterruptedException {
        Command.Running running = Command.start(target.words("status"));
        TimeUnit.MILLISECONDS.sleep(r.nextInt(MOST_UNTIL_KILLED_MILLIS));
        target.signal("STOP");
        try {
            TimeUnit.MILLISECONDS.sleep(r.nextInt(STOPPED_IN_COMMAND_MILLIS));
        } finally {
            target.signal("CONT");
        }
        Command command = running.end();
        if (command.code() != 0 && !command.output().contains(REFUSED_STOPPED)) {
            throw new Failure(running.words() + " ended with " + command);
        }
    }

    private void killedCommand(SplittableRandom r) throws IOException, InterruptedException {
        String[] commands = {"status", "dump", "set"};
        String command = commands[r.nextInt(commands.length)];
        String[] more = command.equals("set") ? new String[] {"stack.depth=64"} : new String[0];
        kill(target.words(command, more), r);
    }

    /** A command line that dies in the middle of its request. */
    static void kill(List<String> words, SplittableRandom r)
            throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(words)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        TimeUnit.MILLISECONDS.sleep(r.nextInt(MOST_UNTIL_KILLED_MILLIS));
        process.destroyForcibly().waitFor();
    }

    private void clockStep(SplittableRandom r) throws IOException {
        clock.step(STEPS[r.nextInt(STEPS.length)]);
        clockStepped = true;
    }

    /** Whether the clock was stepped since the last call. */
    boolean takeClockStepped() {
        boolean stepped = clockStepped;
        clockStepped = false;
        return stepped;
    }

    private void fullDisk() throws IOException, InterruptedException {
        disk.fill();
        try {
            TimeUnit.MILLISECONDS.sleep(FULL_MILLIS);
        } finally {
            disk.free();
        }
    }
}
