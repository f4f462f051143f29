package io.github.tlsleak.common.frames;

import io.github.tlsleak.common.text.DataFile;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The application of a JVM whose main class belongs to a known library: Kafka's broker, for
 * example. Its packages are those of the line of {@code library-packages.txt} that has its main
 * class. Stateless, thread-safe.
 */
final class MainProgram {

    private MainProgram() {}

    /**
     * The packages that are the application's, though they are in the list of libraries.
     *
     * @param mainClass name of the JVM's main class; null if it is not known
     * @param libraries the list of libraries
     * @return empty if the main class is no library's, or if it only launches what others wrote
     */
    static List<String> packages(@Nullable String mainClass, LibraryPackages libraries) {
        if (mainClass == null || !libraries.contains(mainClass) || isLauncher(mainClass)) {
            return Collections.emptyList();
        }
        return libraries.product(mainClass);
    }

    /** Whether a main class runs the program of somebody else. */
    private static boolean isLauncher(String mainClass) {
        return new PackageSet(DataFile.lines(MainProgram.class, "launchers.txt"))
                .contains(mainClass);
    }
}
