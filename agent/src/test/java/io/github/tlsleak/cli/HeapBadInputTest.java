package io.github.tlsleak.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.apps.heap.ClosedSamples;
import io.github.tlsleak.apps.heap.Samples;
import io.github.tlsleak.apps.heap.TlsSamples;
import io.github.tlsleak.cli.heap.dump.TestDumps;
import io.github.tlsleak.cli.heap.dump.TinyDump;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command heap says in one line what it cannot do, and what is in order is no finding. */
class HeapBadInputTest {

    /** The first class of {@link TinyDump}. */
    private static final long OBJECT = 0x100;

    private static final int CLASS_PART = 0x20;

    @TempDir private Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(Object... args) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        String[] words = new String[args.length + 1];
        words[0] = "heap";
        for (int i = 0; i < args.length; i++) {
            words[i + 1] = args[i].toString();
        }
        return Main.run(words, new PrintWriter(out), new PrintWriter(err));
    }

    @Test
    void cutOffAnywhere() throws Exception {
        byte[] all = Files.readAllBytes(TestDumps.file(Samples.class, directory));
        Path file = directory.resolve("cut.hprof");
        int end = all.length - 1;
        int[] cuts = new Random(1).ints(60, 1, end).toArray();
        int[] edges = {1, 10, 18, 19, 22, 23, 30, 31, 35, 40, end - 9, end - 8, end - 1, end};
        for (int cut : concat(cuts, edges)) {
            Files.write(file, Arrays.copyOf(all, cut));
            assertThat(run(file)).as("cut at " + cut).isEqualTo(ExitCode.UNREADABLE);
            assertThat(err.toString())
                    .as("cut at " + cut)
                    .startsWith("tlsleak: " + file + " ")
                    .hasLineCount(1)
                    .doesNotContain("Exception");
            assertThat(out.toString()).isEmpty();
        }
    }

    private static int[] concat(int[] first, int[] second) {
        int[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    /** Each is whole, and says what cannot be. */
    @Test
    void partsThatContradictEachOther() throws IOException {
        Path file = directory.resolve("odd.hprof");
        // Object has a superclass, itself; then one that is not there
        for (long above : new long[] {OBJECT, OBJECT - 8}) {
            ByteBuffer dump = ByteBuffer.wrap(TinyDump.bytes());
            int at = 0;
            while (dump.get(at) != CLASS_PART || dump.getLong(at + 1) != OBJECT) {
                at++;
            }
            Files.write(file, dump.putLong(at + 13, above).array());
            int code = run(file);
            assertThat(code).as(err::toString).isIn(ExitCode.DONE, ExitCode.UNREADABLE);
            assertThat(err.toString()).doesNotContain("error of tlsleak");
            if (above == OBJECT) {
                assertThat(err.toString())
                        .startsWith("tlsleak: " + file + " cannot be read as a heap dump: ")
                        .hasLineCount(1)
                        .contains("is above itself");
            }
        }
    }

    @Test
    void outIsSaidBeforeAnythingIsDone() {
        Path absent = directory.resolve("absent").resolve("heap.txt");
        assertThat(run(directory.resolve("no.hprof"), "--out", absent))
                .isEqualTo(ExitCode.UNREADABLE);
        assertThat(err.toString())
                .isEqualTo("tlsleak: cannot write " + absent + ": no such directory\n");
        // before the JVM is looked for, too, and so before a dump of it is taken
        assertThat(run("999999999", "--yes", "--out", directory)).isEqualTo(ExitCode.UNREADABLE);
        assertThat(err.toString())
                .isEqualTo("tlsleak: cannot write " + directory + ": it is a directory\n");
    }

    @Test
    void outLeavesNothingIfTheDumpCannotBeRead() throws Exception {
        Path bad = Files.writeString(directory.resolve("bad.hprof"), "hello");
        assertThat(run(bad, "--out", directory.resolve("heap.txt"))).isEqualTo(4);
        try (var left = Files.list(directory)) {
            assertThat(left).containsExactly(bad);
        }
    }

    @Test
    void theGateCountsWhatIsNotClosed() throws Exception {
        Path file = TestDumps.file(TlsSamples.class, directory);
        assertThat(run(file, "--fail-on-held", "0")).isEqualTo(ExitCode.FOUND);
        String[] words = err.toString().split(" ");
        int held = Integer.parseInt(words[3]);
        assertThat(run(file, "--fail-on-held", held)).isZero();
        assertThat(out.toString()).contains("4 closed, 4 open, 3 broken");
        assertThat(run(file, "--fail-on-held", held - 1)).isEqualTo(ExitCode.FOUND);
    }

    @Test
    void theGateAdmitsWhatIsClosedAndStillHeld() throws Exception {
        Path closed = TestDumps.file(ClosedSamples.class, directory);
        assertThat(run(closed, "--fail-on-held", "0")).as(err::toString).isZero();
        assertThat(out.toString()).contains("6 SSLSocket closed").doesNotContain("who holds it");
    }
}
