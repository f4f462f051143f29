package io.github.tlsleak.it.heap;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.cli.heap.dump.DumpedClass;
import io.github.tlsleak.cli.heap.dump.DumpedCollections;
import io.github.tlsleak.cli.heap.dump.DumpedObject;
import io.github.tlsleak.cli.heap.dump.HeapDump;
import io.github.tlsleak.cli.report.read.Progress;
import io.github.tlsleak.it.harness.Jdk;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Dumps of running programs, taken by the JDK's own jcmd. Stateless. */
final class LiveDump {

    private static final long SECONDS = 60;

    private LiveDump() {}

    /** Takes a dump of the live objects of a program. */
    static HeapDump of(Jdk jdk, long pid, Path directory) throws Exception {
        Path file = directory.resolve(pid + "-" + System.nanoTime() + ".hprof");
        File said = directory.resolve("jcmd.txt").toFile();
        String[] command = {
            jdk.home().resolve("bin/jcmd").toString(),
            String.valueOf(pid),
            "GC.heap_dump",
            file.toAbsolutePath().toString()
        };
        Process jcmd =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said).start();
        assertThat(jcmd.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(file).as(Files.readString(said.toPath())).exists();
        return HeapDump.open(file, Progress.NONE);
    }

    /** The objects in a static map of a program, by name. */
    static Map<String, DumpedObject> held(HeapDump dump, String program, String field) {
        DumpedClass type = dump.classes(program).get(0);
        Map<String, DumpedObject> held = new HashMap<>();
        for (DumpedCollections.Entry entry : DumpedCollections.entries(type.staticObject(field))) {
            held.put(entry.key().string(), entry.value());
        }
        return held;
    }
}
