package io.github.tlsleak.bench.load.meter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThreadTimesTest {

    @TempDir Path tasks;
    private ThreadTimes times;

    @BeforeEach
    void hasAThreadOfTheJvm() throws IOException {
        times = new ThreadTimes(tasks);
        task(10, "VM Thread", 5_000_000);
    }

    private void task(int id, String name, long nanos) throws IOException {
        Path task = Files.createDirectories(tasks.resolve(Integer.toString(id)));
        Files.writeString(task.resolve("comm"), name + "\n");
        Files.writeString(task.resolve("schedstat"), nanos + " 123 45\n");
    }

    private void end(int id) throws IOException {
        Path task = tasks.resolve(Integer.toString(id));
        Files.delete(task.resolve("comm"));
        Files.delete(task.resolve("schedstat"));
        Files.delete(task);
    }

    @Test
    void addsUpThreadsOfAKind() throws IOException {
        task(11, "java", 100);
        task(12, "worker-1", 20);
        task(13, "C2 CompilerThre", 7);
        assertThat(times.read())
                .containsEntry(ThreadKind.APPLICATION, 120L)
                .containsEntry(ThreadKind.C2, 7L)
                .containsEntry(ThreadKind.COLLECTOR, 5_000_000L)
                .containsEntry(ThreadKind.AGENT, 0L);
    }

    @Test
    void keepsWhatAnEndedThreadHadUsed() throws IOException {
        task(11, "worker-1", 3_000_000);
        times.read();
        end(11);
        assertThat(times.read()).containsEntry(ThreadKind.APPLICATION, 3_000_000L);
        task(11, "tlsleak", 1_000_000);
        Map<ThreadKind, Long> again = times.read();
        assertThat(again).containsEntry(ThreadKind.APPLICATION, 3_000_000L);
        assertThat(again).containsEntry(ThreadKind.AGENT, 1_000_000L);
    }

    @Test
    void countsNothingWhereTheJvmNamesNoThreads() throws IOException {
        end(10);
        task(11, "java", 100);
        assertThat(times.read()).isEmpty();
    }

    @Test
    void countsNothingWhereTheSystemDoesNot() {
        assertThat(new ThreadTimes(tasks.resolve("absent")).read()).isEmpty();
    }

    @Test
    void readsThisProcessOnLinux() {
        Path own = Path.of("/proc/self/task");
        if (Files.exists(own.resolveSibling("schedstat"))) {
            Map<ThreadKind, Long> now = new ThreadTimes(own).read();
            assertThat(now.get(ThreadKind.APPLICATION)).isPositive();
            assertThat(now.get(ThreadKind.C1)).isPositive();
        }
    }
}
