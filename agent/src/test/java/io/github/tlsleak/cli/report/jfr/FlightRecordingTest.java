package io.github.tlsleak.cli.report.jfr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class FlightRecordingTest {

    @TempDir static Path recordings;

    private static Path leaks;
    private static Path others;

    @TempDir Path dir;

    @BeforeAll
    static void record() throws Exception {
        leaks = recordings.resolve("leaks.jfr");
        others = recordings.resolve("others.jfr");
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                RecordedElsewhere.class.getName(),
                                others.toString(),
                                leaks.toString())
                        .inheritIO()
                        .start();
        assertThat(process.waitFor()).isZero();
    }

    private static String text(Path file) throws IOException {
        try (InputStream in = FlightRecording.lines(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void fieldsThatAreNotThereAreNotKnown() throws Exception {
        assertThat(FlightRecording.is(leaks)).isTrue();
        String[] lines = text(leaks).split("\n");
        assertThat(lines).hasSize(2 + RecordedElsewhere.LEAKS);
        assertThat(lines[0])
                .startsWith("{\"type\":\"meta\",\"pid\":")
                .contains("\"main\":\"" + RecordedElsewhere.class.getName() + "\"");
        assertThat(lines[2]).startsWith("{\"type\":\"leak\",\"time\":\"20");
        assertThat(lines[3])
                .startsWith("{\"type\":\"leak\"")
                .endsWith("\"owner\":\"application\"}");
    }

    @Test
    void aRecordingOfOtherEventsSaysSo() throws Exception {
        assertThatThrownBy(() -> text(others))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no events of tlsleak: the agent was not in that JVM");
    }

    @Test
    void aCutRecordingSaysSo() throws Exception {
        byte[] whole = Files.readAllBytes(leaks);
        for (int length : new int[] {4, 20, 67, whole.length / 2, whole.length - 1}) {
            Path cut = Files.write(dir.resolve("cut"), Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> text(cut))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("this recording is cut, or its JVM still writes it");
        }
    }

    @Test
    @Timeout(120)
    void aDamagedRecordingEndsInOneKindOfError() throws Exception {
        byte[] whole = Files.readAllBytes(leaks);
        Random random = new Random(7);
        int refused = 0;
        for (int i = 0; i < 150; i++) {
            byte[] bytes = whole.clone();
            for (int j = 0; j < 20; j++) {
                bytes[16 + random.nextInt(bytes.length - 16)] = (byte) random.nextInt();
            }
            Path file = Files.write(dir.resolve("damaged"), bytes);
            try {
                text(file);
            } catch (IOException e) {
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }

    /** The parser quotes texts of the file, whatever they hold. */
    @Test
    void whatIsWrongIsOneShortLine() {
        Throwable quotes = new NumberFormatException("\"8\n\u001b\"" + "x".repeat(1_000));
        assertThat(FlightRecording.damaged(quotes))
                .hasMessageStartingWith(
                        "this recording is damaged: java.lang.NumberFormatException: \"8??\"xx")
                .hasMessageEndingWith("x...");
    }

    @Test
    void aStreamOfARecordingIsRefused() throws IOException {
        byte[] text = "{}".getBytes(StandardCharsets.UTF_8);
        assertThat(FlightRecording.refused(new ByteArrayInputStream(text)).readAllBytes())
                .isEqualTo(text);
        byte[] large = new byte[100_000];
        new Random(1).nextBytes(large);
        assertThat(FlightRecording.refused(new ByteArrayInputStream(large)).readAllBytes())
                .isEqualTo(large);
        assertThatThrownBy(
                        () ->
                                FlightRecording.refused(
                                        new ByteArrayInputStream(new byte[] {'F', 'L', 'R', 0})))
                .hasMessageContaining("read from a plain file only");
    }
}
