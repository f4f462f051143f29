package io.github.tlsleak.it.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tlsleak.it.harness.AppRun;
import io.github.tlsleak.it.harness.Ended;
import io.github.tlsleak.it.harness.Jdk;
import io.github.tlsleak.it.matrix.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The wall clock steps, because of NTP or a suspended machine. No healthy session becomes idle,
 * half closed for too long or lost. The test replaces the C library's clock for the program; it
 * needs a C compiler.
 */
class ClockStepsIT {

    private static final String CLOCK =
            """
            #define _GNU_SOURCE
            #include <dlfcn.h>
            #include <stdlib.h>
            #include <sys/time.h>
            #include <time.h>
            #include <unistd.h>

            static long step(void) {
              const char* file = getenv("CLOCK_STEPS");
              return file && access(file, F_OK) == 0 ? 86400 : 0;
            }

            int clock_gettime(clockid_t id, struct timespec* t) {
              static int (*real)(clockid_t, struct timespec*);
              if (!real) real = (int (*)(clockid_t, struct timespec*)) dlsym(RTLD_NEXT, "clock_gettime");
              int result = real(id, t);
              if (id == CLOCK_REALTIME) t->tv_sec += step();
              return result;
            }

            int gettimeofday(struct timeval* t, void* zone) {
              static int (*real)(struct timeval*, void*);
              if (!real) real = (int (*)(struct timeval*, void*)) dlsym(RTLD_NEXT, "gettimeofday");
              int result = real(t, zone);
              t->tv_sec += step();
              return result;
            }
            """;

    @TempDir Path directory;

    static List<Jdk> jdks() {
        return Jdk.notThin();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void aStepOfTheClockEndsNothing(Jdk jdk) throws Exception {
        Path library = compile();
        Path steps = directory.resolve("steps");
        Ended ended =
                new AppRun(jdk, directory)
                        .option("threshold", "20s")
                        .environment("LD_PRELOAD", library.toString())
                        .environment("CLOCK_STEPS", steps.toString())
                        .untilReported(1)
                        .run("hard.ClockSteps", steps.toString());
        assumeTrue(!ended.out().contains("FORWARD false"), jdk + " asks another clock");
        assertThat(ended.out()).as(ended.everything()).containsExactly("FORWARD true", "DONE");
        assertThat(ended.report().findings())
                .as(ended.everything())
                .containsExactly(new Scenario.Expected("LOST", "leak", "SSLEngine", "client", 1));
        JsonNode lost = ended.report().of("leak").get(0);
        assertThat(lost.path("lifetimeMillis").asLong()).isBetween(0L, 60_000L);
    }

    private Path compile() throws IOException, InterruptedException {
        Path source = Files.writeString(directory.resolve("clock.c"), CLOCK);
        Path library = directory.resolve("libclock.so");
        try {
            Process gcc =
                    new ProcessBuilder(
                                    "gcc",
                                    "-shared",
                                    "-fPIC",
                                    "-o",
                                    library.toString(),
                                    source.toString(),
                                    "-ldl")
                            .inheritIO()
                            .start();
            assumeTrue(gcc.waitFor() == 0, "no C compiler that works");
        } catch (IOException e) {
            assumeTrue(false, "no C compiler: " + e.getMessage());
        }
        return library;
    }
}
