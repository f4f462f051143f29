package io.github.tlsleak.cli.report.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.cli.report.format.Written;
import io.github.tlsleak.cli.report.model.Analysis;
import io.github.tlsleak.cli.report.model.Grade;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportInputTest {

    private static final String META = "{\"type\":\"meta\",\"pid\":%d,\"host\":\"h\"}\n";
    private static final String LEAK =
            "{\"type\":\"leak\",\"verdict\":\"LOST\",\"severity\":\"leak\",\"site\":\"a\"}\n";

    @TempDir Path dir;

    private Path file(String name, String content) throws IOException {
        Path file = dir.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    private Path gzip(String name, String content, int cut) throws IOException {
        Path file = dir.resolve(name);
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(content.getBytes(StandardCharsets.UTF_8));
        }
        byte[] bytes = Files.readAllBytes(file);
        return Files.write(file, Arrays.copyOf(bytes, bytes.length - cut));
    }

    @Test
    void filesOfSeveralJvms() throws IOException {
        Path plain = file("a.jsonl", META.formatted(1) + LEAK);
        Path packed = gzip("b", META.formatted(2) + LEAK + LEAK, 0);
        Path same = file("c.jsonl", META.formatted(1) + LEAK);
        Analysis analysis = Written.read(plain, packed, same, plain);
        assertThat(analysis.count(Grade.LEAK)).isEqualTo(4);
        assertThat(analysis.jvms().count()).isEqualTo(2);
        assertThat(analysis.jvms().all().get(0).count(Grade.LEAK)).isEqualTo(2);
        assertThat(analysis.inputs().title()).isEqualTo("3 files");
        assertThat(analysis.warnings()).isEmpty();
        assertThat(analysis.errors()).isEmpty();
    }

    @Test
    void anExcuseThatIsNoTextExcusesNothing() throws IOException {
        Path file = file("a.jsonl", META.formatted(1) + LEAK.replace("}", ",\"known\":1}"));
        Analysis analysis = Written.read(file);
        assertThat(analysis.count(Grade.LEAK)).isEqualTo(1);
        assertThat(analysis.count(Grade.KNOWN)).isZero();
    }

    @Test
    void theStandardInputOnce() throws IOException {
        Path packed = gzip("b", LEAK, 0);
        ByteArrayInputStream in = new ByteArrayInputStream(Files.readAllBytes(packed));
        Analysis analysis = Analysis.of(new ReportInput(List.of("-", "-"), in, Progress.NONE));
        assertThat(analysis.count(Grade.LEAK)).isEqualTo(1);
        assertThat(analysis.inputs().title()).isEqualTo("standard input");
        assertThat(analysis.errors()).isEmpty();
    }

    @Test
    void aDirectoryIsItsReports() throws IOException {
        file("x/new.jsonl", META.formatted(1) + "{\"type\":\"summary\",\"created\":2}\n");
        file("x/new.jsonl.1", META.formatted(1) + "{\"type\":\"summary\",\"created\":1}\n" + LEAK);
        file("x/deeper/one.jsonl", META.formatted(3) + LEAK);
        file("x/deeper/too/deep.jsonl", LEAK);
        file("x/.hidden", LEAK);
        file("x/empty", "");
        file("x/other.log", "hello\n");
        Analysis analysis = Written.read(dir.resolve("x"));
        assertThat(analysis.count(Grade.LEAK)).isEqualTo(2);
        // the predecessor is read first, so the summary of the newer file counts
        assertThat(analysis.jvms().all()).extracting(jvm -> jvm.pid()).containsExactly(1L, 3L);
        assertThat(analysis.jvms().all().get(0).sessions().number(Field.CREATED)).isEqualTo(2);
        assertThat(analysis.errors()).isEmpty();
        assertThat(analysis.warnings())
                .containsExactly(
                        dir + "/x/empty skipped: empty",
                        dir + "/x/other.log skipped: no line of a tlsleak report in it");
    }

    @Test
    void whatCannotBeReadAmongWhatCan() throws IOException {
        Path good = file("good", LEAK);
        Path empty = file("empty", "");
        Path binary = Files.write(dir.resolve("binary"), new byte[] {0, -1, 10, 127});
        Path broken = Files.write(dir.resolve("broken"), new byte[] {0x1f, (byte) 0x8b, 7, 7, 7});
        Path nothing = Files.createDirectory(dir.resolve("nothing"));
        Analysis analysis = Written.read(dir.resolve("no"), good, empty, binary, broken, nothing);
        assertThat(analysis.isEmpty()).isFalse();
        assertThat(analysis.count(Grade.LEAK)).isEqualTo(1);
        assertThat(analysis.errors())
                .hasSize(5)
                .contains(
                        nothing + ": no file in this directory",
                        dir + "/no: no such file",
                        empty + " is empty: no report",
                        binary + " holds no line of a tlsleak report")
                .anyMatch(error -> error.startsWith(broken + ": "));
        assertThat(Written.read(empty).isEmpty()).isTrue();
    }

    @Test
    void aGzipThatIsCut() throws IOException {
        Path cut = gzip("cut", META.formatted(1) + LEAK.repeat(5), 6);
        Analysis analysis = Written.read(cut);
        assertThat(analysis.count(Grade.LEAK)).isEqualTo(5);
        assertThat(analysis.warnings()).hasSize(1);
        assertThat(analysis.warnings().get(0)).startsWith("cannot be read beyond line ");
    }

    /** They are in the report, as the message says. */
    @Test
    void linesBeforeADocumentThatIsCutCount() throws IOException {
        String text = META.formatted(1) + LEAK + "{\"format\":\"tlsleak-analysis\",\"merge\":{";
        String rest = ": cut or damaged at line 1; what was read of it is in this report";
        Path cut = file("cut", text);
        Analysis ofFile = Written.read(cut);
        assertThat(ofFile.errors()).containsExactly(cut + rest);
        Analysis ofPipe = Written.read(text);
        assertThat(ofPipe.errors()).containsExactly("standard input" + rest);
        for (Analysis analysis : List.of(ofFile, ofPipe)) {
            assertThat(analysis.isEmpty()).isFalse();
            assertThat(analysis.count(Grade.LEAK)).isEqualTo(1);
        }
        // and nothing is said of a file that was refused before any line was read
        Path alone = file("alone", text.substring(text.indexOf("{\"format")));
        assertThat(Written.read(cut, alone).errors())
                .contains(alone + ": cut or damaged at line 1");
    }

    @Test
    void gzipsOneAfterTheOther() throws IOException {
        Path first = gzip("first", META.formatted(1) + LEAK, 0);
        Path second = gzip("second", LEAK, 0);
        Files.write(first, Files.readAllBytes(second), StandardOpenOption.APPEND);
        assertThat(Written.read(first).count(Grade.LEAK)).isEqualTo(2);
    }

    @Test
    void warningsNameTheFileAndAreBounded() throws IOException {
        Path[] files = new Path[150];
        for (int i = 0; i < files.length; i++) {
            files[i] = file("f" + i, LEAK + "x\n");
        }
        List<String> warnings = Written.read(files).warnings();
        assertThat(warnings).hasSize(101);
        assertThat(warnings.get(0))
                .isEqualTo(dir + "/f0: 1 line not of a tlsleak report, left out: line 2");
        assertThat(warnings.get(100)).isEqualTo("and 50 more warnings");
    }

    @Test
    void aNewerSchemaIsToldOnce() throws IOException {
        String newer = "{\"type\":\"meta\",\"schema\":%d}\n";
        Path one = file("one", newer.formatted(2));
        Path two = file("two", newer.formatted(3) + LEAK);
        assertThat(Written.read(one, two).warnings())
                .containsExactly(
                        "the report is of schema 3, this tlsleak knows 1: what is new is missing"
                                + " here, use a newer tlsleak.jar");
    }

    @Test
    void progressHearsOfEveryByte() throws IOException {
        Path plain = file("a", LEAK.repeat(1000));
        Path packed = gzip("b", LEAK.repeat(1000), 0);
        long size = Files.size(plain) + Files.size(packed);
        long[] heard = new long[3];
        Progress progress =
                new Progress() {
                    @Override
                    public void begin(long totalBytes) {
                        heard[0] = totalBytes;
                    }

                    @Override
                    public void read(long bytes) {
                        heard[1] += bytes;
                    }

                    @Override
                    public void end() {
                        heard[2]++;
                    }
                };
        List<String> names = List.of(plain.toString(), packed.toString());
        new ReportInput(names, new ByteArrayInputStream(new byte[0]), progress).read(line -> {});
        assertThat(heard).containsExactly(size, size, 1);
    }
}
