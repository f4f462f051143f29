package io.github.tlsleak.cli.jvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PerfDataTest {

    @TempDir Path dir;

    private static ByteBuffer file(ByteOrder order) {
        return PerfDataFile.of(order, Map.of("sun.rt.javaCommand", "com.acme.Shop x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"LITTLE_ENDIAN", "BIG_ENDIAN"})
    void valuesInEitherByteOrder(String name) {
        ByteOrder order =
                name.equals("BIG_ENDIAN") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        assertThat(PerfData.parse(file(order)))
                .containsOnly(
                        entry("sun.rt.javaCommand", "com.acme.Shop x"),
                        entry(PerfDataFile.NUMBER, PerfDataFile.number(order)));
    }

    @Test
    void aFileCutAnywhereIsReadSoFar() {
        byte[] bytes = file(ByteOrder.LITTLE_ENDIAN).array();
        for (int length = 0; length < bytes.length; length++) {
            assertThat(PerfData.parse(ByteBuffer.wrap(bytes, 0, length)))
                    .doesNotContainKey("sun.rt.javaCommand");
        }
        assertThat(PerfData.parse(ByteBuffer.wrap(bytes))).hasSize(2);
    }

    @Test
    void garbageIsNothing() {
        Random random = new Random(42);
        for (int i = 0; i < 10_000; i++) {
            ByteBuffer file = file(ByteOrder.LITTLE_ENDIAN);
            for (int n = 0; n < 4; n++) {
                file.put(random.nextInt(file.limit()), (byte) random.nextInt());
            }
            assertThatCode(() -> PerfData.parse(file)).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5})
    void anotherFormatIsNothing(int at) {
        assertThat(PerfData.parse(file(ByteOrder.LITTLE_ENDIAN).put(at, (byte) 1))).isEmpty();
    }

    @Test
    void whatIsNoFileIsNothing() throws IOException {
        assertThat(PerfData.read(dir)).isEmpty();
        assertThat(PerfData.read(dir.resolve("no"))).isEmpty();
        assertThat(PerfData.read(Files.createFile(dir.resolve("empty")))).isEmpty();
    }

    @Test
    void theFileOfAJvm() throws Exception {
        Path java = Path.of(System.getProperty("java.home"), "bin/java");
        Path source = dir.resolve("Sleeps.java");
        Files.writeString(
                source,
                "class Sleeps { public static void main(String[] a) throws Exception {"
                        + " System.out.println(); System.in.read(); } }");
        Process jvm =
                new ProcessBuilder(java.toString(), "-Xmx32m", source.toString(), "word").start();
        try {
            assertThat(jvm.getInputStream().read()).isPositive();
            Map<String, String> data = Map.of();
            try (var users = Files.newDirectoryStream(Path.of("/tmp"), "hsperfdata_*")) {
                for (Path user : users) {
                    Path file = user.resolve(Long.toString(jvm.pid()));
                    data = Files.exists(file) ? PerfData.read(file) : data;
                }
            }
            assertThat(data)
                    .containsEntry("java.property.java.version", System.getProperty("java.version"))
                    .hasEntrySatisfying(
                            "sun.rt.javaCommand", word -> assertThat(word).endsWith("word"))
                    .hasEntrySatisfying(
                            "java.rt.vmArgs", word -> assertThat(word).contains("-Xmx32m"))
                    .hasEntrySatisfying(
                            "sun.rt.jvmCapabilities", word -> assertThat(word).startsWith("1"));
        } finally {
            jvm.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
    }
}
