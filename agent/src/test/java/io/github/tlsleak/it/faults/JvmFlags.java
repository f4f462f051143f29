package io.github.tlsleak.it.faults;

import io.github.tlsleak.it.harness.Jdk;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A row of the matrix of JVM flags. A JVM that refuses the flags without the agent skips the row.
 *
 * @param from the first feature release that the row is for
 * @param to the last one
 * @param always whether it is played without {@code -Dtlsleak.faults=all}, too
 * @param flags of the JVM
 */
record JvmFlags(int from, int to, boolean always, List<String> flags) {

    private static final int NEWEST = Integer.MAX_VALUE;
    private static final String EXPERIMENTAL = "-XX:+UnlockExperimentalVMOptions";

    private static final String NO_STACKS = "-XX:-StackTraceInThrowable";
    private static final String SHORT_STACKS = "-XX:MaxJavaStackTraceDepth=";

    private static final List<JvmFlags> COLLECTORS =
            List.of(
                    collector(8, NEWEST, "-XX:+UseG1GC", "-XX:+UseStringDeduplication"),
                    collector(8, NEWEST, "-XX:+UseParallelGC"),
                    collector(8, 13, "-XX:+UseConcMarkSweepGC"),
                    collector(11, 14, EXPERIMENTAL, "-XX:+UseZGC"),
                    always(15, NEWEST, "-XX:-UseSerialGC", "-XX:+UseZGC"),
                    collector(21, 23, "-XX:+UseZGC", "-XX:+ZGenerational"),
                    collector(8, NEWEST, "-XX:+UseShenandoahGC"),
                    collector(
                            24,
                            NEWEST,
                            EXPERIMENTAL,
                            "-XX:+UseShenandoahGC",
                            "-XX:ShenandoahGCMode=generational"));

    private static final List<JvmFlags> CODE =
            List.of(
                    row(8, NEWEST, "-Xint"),
                    row(8, NEWEST, "-Xcomp"),
                    row(8, NEWEST, "-XX:TieredStopAtLevel=4"),
                    row(8, NEWEST, "-Xverify:all"),
                    row(9, NEWEST, "-XX:+BytecodeVerificationLocal"),
                    row(8, NEWEST, "-Xshare:off"),
                    row(8, NEWEST, "-ea", "-esa"));

    private static final List<JvmFlags> HEAP =
            List.of(
                    row(24, 24, EXPERIMENTAL, "-XX:+UseCompactObjectHeaders"),
                    row(25, NEWEST, "-XX:+UseCompactObjectHeaders"),
                    row(25, NEWEST, "-XX:-UseCompactObjectHeaders"),
                    row(8, NEWEST, "-XX:-UseCompressedOops"),
                    row(8, NEWEST, "-XX:-UseCompressedClassPointers"),
                    row(8, NEWEST, "-XX:ObjectAlignmentInBytes=16"),
                    row(8, NEWEST, "-XX:-UseLargePages"),
                    row(8, NEWEST, "-XX:+UseTransparentHugePages", "-XX:+AlwaysPreTouch"));

    private static final List<JvmFlags> STACKS =
            List.of(
                    always(8, NEWEST, NO_STACKS),
                    always(8, NEWEST, SHORT_STACKS + 10),
                    row(8, NEWEST, SHORT_STACKS + 0),
                    row(8, 8, SHORT_STACKS + -1),
                    row(8, NEWEST, "-XX:-OmitStackTraceInFastThrow"),
                    row(8, NEWEST, "-XX:+UnlockDiagnosticVMOptions", "-XX:+ShowHiddenFrames"),
                    row(8, NEWEST, "-Xss256k"));

    private static final List<JvmFlags> REST =
            List.of(
                    row(8, NEWEST, "-XX:+DisableAttachMechanism"),
                    row(8, NEWEST, "-XX:-UsePerfData"),
                    row(8, NEWEST, "-Xrs"),
                    row(9, 16, "--illegal-access=deny"),
                    row(24, NEWEST, "--illegal-native-access=deny"),
                    row(24, NEWEST, "--sun-misc-unsafe-memory-access=deny"),
                    row(26, NEWEST, "--illegal-final-field-mutation=deny"),
                    row(26, NEWEST, "--enable-final-field-mutation=ALL-UNNAMED"),
                    row(12, 23, "-Djava.security.manager=allow"),
                    row(8, NEWEST, "-Dfile.encoding=ISO-8859-1", "-Duser.language=tr"));

    /** The rows for a JDK. */
    static List<JvmFlags> on(Jdk jdk, boolean all) {
        List<JvmFlags> rows = new ArrayList<>();
        Stream.of(COLLECTORS, CODE, HEAP, STACKS, REST)
                .flatMap(List::stream)
                .filter(row -> row.from <= jdk.major() && jdk.major() <= row.to)
                .filter(row -> all || row.always)
                .forEach(rows::add);
        return rows;
    }

    /** Java 8 has nothing but throwables that tells a stack, and they have none. */
    boolean hidesStacks(Jdk jdk) {
        return jdk.major() == 8 && (flags.contains(NO_STACKS) || flags.contains(SHORT_STACKS + 0));
    }

    /** The same, and they have the innermost frames alone. */
    boolean cutsStacks(Jdk jdk) {
        return jdk.major() == 8 && flags.contains(SHORT_STACKS + 10);
    }

    private static JvmFlags row(int from, int to, String... flags) {
        return new JvmFlags(from, to, false, List.of(flags));
    }

    private static JvmFlags always(int from, int to, String... flags) {
        return new JvmFlags(from, to, true, List.of(flags));
    }

    /** In place of the collector that the tests choose. */
    private static JvmFlags collector(int from, int to, String... flags) {
        List<String> all = new ArrayList<>(List.of("-XX:-UseSerialGC"));
        all.addAll(List.of(flags));
        return new JvmFlags(from, to, false, all);
    }

    @Override
    public String toString() {
        return String.join(" ", flags);
    }
}
