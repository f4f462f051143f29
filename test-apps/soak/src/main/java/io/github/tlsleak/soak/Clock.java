package io.github.tlsleak.soak;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Steps the wall clock of the program, and of no other one: a library that is loaded before the C
 * library adds seconds from a file. That needs Linux and a C compiler; without them no step is
 * made. Used by one thread.
 */
final class Clock {

    private static final long TRIED_SECONDS = 86_400;

    private final Path library;
    private final Path offset;
    private String problem;

    Clock(Path dir) throws IOException, InterruptedException {
        library = dir.resolve("clock.so");
        offset = dir.resolve("clock.offset");
        problem = compile(dir);
        step(0);
    }

    private String compile(Path dir) throws IOException, InterruptedException {
        Path source = dir.resolve("clock.c");
        try (InputStream in = Clock.class.getResourceAsStream("clock.c")) {
            Files.copy(in, source, StandardCopyOption.REPLACE_EXISTING);
        }
        List<String> words = new ArrayList<>(List.of("cc", "-shared", "-fPIC", "-O1"));
        words.addAll(List.of("-o", library.toString(), source.toString(), "-ldl"));
        try {
            Command compiler = Command.run(words);
            return compiler.code() == 0 ? "" : compiler.output().replace('\n', ' ').trim();
        } catch (IOException e) {
            return "no C compiler";
        }
    }

    /** Tries a step: the JVM may have another way to the clock. */
    void tryOn(Target target) throws IOException, InterruptedException {
        if (!works()) {
            return;
        }
        long before = Long.parseLong(target.ask("clock"));
        step(TRIED_SECONDS);
        long after = Long.parseLong(target.ask("clock"));
        step(0);
        if (after - before < TRIED_SECONDS * 1_000) {
            problem = "a step does not reach this JVM's clock";
        }
    }

    boolean works() {
        return problem.isEmpty();
    }

    /** Why it does not work. */
    String problem() {
        return problem;
    }

    /** The environment that the program needs. */
    Map<String, String> environment() {
        return works()
                ? Map.of("LD_PRELOAD", library.toString(), "TLSLEAK_SOAK_CLOCK", offset.toString())
                : Map.of();
    }

    /** The program's wall clock is so many seconds ahead from now on, or behind. */
    void step(long seconds) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.nativeOrder());
        bytes.putLong(0, seconds);
        // written in place and never cut: the program has mapped it
        try (FileChannel file =
                FileChannel.open(offset, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            file.write(bytes, 0);
        }
    }
}
