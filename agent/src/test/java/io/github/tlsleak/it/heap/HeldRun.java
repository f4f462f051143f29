package io.github.tlsleak.it.heap;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tlsleak.cli.heap.dump.DumpedCollections;
import io.github.tlsleak.cli.heap.dump.DumpedObject;
import io.github.tlsleak.cli.heap.dump.HeapDump;
import io.github.tlsleak.cli.report.read.Progress;
import io.github.tlsleak.it.harness.Cli;
import io.github.tlsleak.it.harness.Ended;
import io.github.tlsleak.it.harness.Forked;
import io.github.tlsleak.it.harness.Jdk;
import io.github.tlsleak.it.matrix.ProviderVariant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A program of {@code apps.providers.heap} over one provider, and the dump that it wrote. */
final class HeldRun implements AutoCloseable {

    private static final String PROGRAMS = "io.github.tlsleak.apps.providers.heap.";
    private static final Duration LONG = Duration.ofSeconds(90);

    private final Path directory;
    private final Forked program;
    private final HeapDump dump;

    private HeldRun(Path directory, Forked program, HeapDump dump) {
        this.directory = directory;
        this.program = program;
        this.dump = dump;
    }

    /** Runs a program to its end and opens the dump. */
    static HeldRun of(String main, ProviderVariant variant, Jdk jdk, String tls, String... more)
            throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("held");
        Path file = directory.resolve("held.hprof");
        List<String> args = new ArrayList<>(List.of(variant.type(), tls, file.toString()));
        args.addAll(List.of(more));
        Forked program =
                variant.jvm(jdk).withoutAgent().start(PROGRAMS + main, args.toArray(String[]::new));
        program.endsWell(LONG);
        return new HeldRun(directory, program, HeapDump.open(file, Progress.NONE));
    }

    List<HeldObject> said() {
        return HeldObject.all(program.out());
    }

    /** The columns of the lines that begin so. */
    List<String[]> said(String mark) {
        return program.out().stream()
                .filter(line -> line.startsWith(mark))
                .map(line -> line.substring(mark.length()).split("\\|", -1))
                .toList();
    }

    /** What the command tells of contexts in the dump. */
    JsonNode contexts(Jdk jdk) throws IOException, InterruptedException {
        Path file = directory.resolve("held.hprof");
        Ended said = Cli.on(jdk).run("heap", file, "--format", "json", "--fail-on-held", "0");
        if (said.exitCode() != 0) {
            throw new AssertionError(said.everything());
        }
        return said.json().path("contexts");
    }

    HeapDump dump() {
        return dump;
    }

    /** The objects in the program's map, by name. */
    Map<String, DumpedObject> held() {
        Map<String, DumpedObject> held = new HashMap<>();
        DumpedObject map = dump.classes(PROGRAMS + "HeldStates").get(0).staticObject("HELD");
        for (DumpedCollections.Entry entry : DumpedCollections.entries(map)) {
            held.put(entry.key().string(), entry.value());
        }
        return held;
    }

    @Override
    public void close() throws IOException {
        dump.close();
        program.close();
        Files.deleteIfExists(directory.resolve("held.hprof"));
        Files.deleteIfExists(directory);
    }
}
