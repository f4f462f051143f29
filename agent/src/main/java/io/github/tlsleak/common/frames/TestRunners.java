package io.github.tlsleak.common.frames;

import io.github.tlsleak.common.text.DataFile;
import org.jspecify.annotations.Nullable;

/**
 * The main classes of test runners and build tools, from {@code test-runners.txt}. Their JVMs end
 * soon after the last test, mostly before a garbage collection. Stateless, thread-safe.
 */
public final class TestRunners {

    private TestRunners() {}

    /**
     * Whether a JVM runs tests or a build.
     *
     * @param mainClass name of its main class; null if it is not known
     */
    public static boolean contains(@Nullable String mainClass) {
        return mainClass != null
                && new PackageSet(DataFile.lines(TestRunners.class, "test-runners.txt"))
                        .contains(mainClass);
    }
}
