package io.github.tlsleak.it.jdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.tlsleak.it.harness.CiOnly;
import io.github.tlsleak.it.harness.Jdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Hooks in every method of the classes of the JDK and of the test libraries: the JVM verifies the
 * result. Every 50th class; all with {@code -Dtlsleak.everyClass=true}.
 */
@CiOnly
class EveryClassIT {

    private static final boolean ALL = Boolean.getBoolean("tlsleak.everyClass");
    private static final int STEP = ALL ? 1 : 50;
    private static final Path FIGURES = Path.of("target/every-class.md");

    @TempDir Path directory;

    static List<Jdk> jdks() {
        return Jdk.notThin();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void ofTheJdk(Jdk jdk) throws Exception {
        Path zip = directory.resolve("jdk.zip");
        WovenClasses woven = ofImage(jdk, zip);
        VerifyingJvm jvm = new VerifyingJvm(jdk, directory);
        List<String> said = jvm.redefine(zip);
        // proof that this JVM verifies its own classes
        assertThat(said).anyMatch(line -> line.startsWith("WRONG java.lang.VerifyError"));
        check(jdk + ", its own classes", woven, said);
    }

    private static WovenClasses ofImage(Jdk jdk, Path zip) throws IOException {
        try (JdkImage image = JdkImage.of(jdk);
                WovenClasses woven = new WovenClasses(zip)) {
            VerifyingJvm.addProofs(woven, image);
            List<String> names = image.names();
            for (int i = 0; i < names.size(); i += STEP) {
                woven.add(names.get(i), image.bytes(names.get(i)), image.resources());
            }
            return woven;
        }
    }

    @Test
    void ofTheLibraries() throws Exception {
        LibraryJars jars = LibraryJars.all();
        assumeTrue(!jars.isEmpty(), "the test programs are not built");
        Jdk jdk = Jdk.own();
        VerifyingJvm jvm = new VerifyingJvm(jdk, directory);
        for (LibraryJars.Group group : jars.groups()) {
            Path zip = directory.resolve("library.zip");
            WovenClasses woven = group.woven(zip, STEP);
            if (woven.classes() > 0) {
                check(jdk + ", " + group.name(), woven, jvm.link(zip, group.jars()));
            }
            Files.delete(zip);
        }
    }

    private static void check(String what, WovenClasses woven, List<String> said)
            throws IOException {
        String last = said.get(said.size() - 1);
        String[] figures = last.split(" ");
        int verified = Integer.parseInt(figures[1]);
        String row =
                "| %s | %d | %d | %d | %s | %d | %d |\n"
                        .formatted(
                                what,
                                woven.classes(),
                                woven.methods(),
                                verified,
                                figures[3],
                                woven.refused().size(),
                                said.stream().filter(EveryClassIT::isLimit).count());
        Files.writeString(FIGURES, row, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        assertThat(said)
                .as(what)
                .filteredOn(line -> !isLimit(line))
                .noneMatch(line -> line.startsWith("FAILED"));
        // longer than a method may be: such a class is reported as coverage lost
        assertThat(woven.refused()).as(what).allMatch(line -> line.contains("TooLargeException"));
        assertThat(verified).as(what).isPositive();
    }

    /** Whether the verifier must refuse it with hooks, see docs/design/hooks.md. */
    private static boolean isLimit(String line) {
        return line.startsWith("FAILED jdk.internal.module.SystemModules$")
                || line.startsWith("FAILED") && (returnsMore(line) || forgetsItself(line));
    }

    /** A method returns with more on the stack than its result; jlink makes such methods. */
    private static boolean returnsMore(String line) {
        return line.contains("stack size doesn't match stackmap");
    }

    /**
     * A constructor whose frames leave out the object once it is not used; ProGuard writes such.
     */
    private static boolean forgetsItself(String line) {
        return line.contains(".<init>(")
                && line.contains("aload_0 Reason: Type top (current frame");
    }
}
