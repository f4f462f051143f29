package io.github.tlsleak.cli.attach;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.cli.jvm.AgentPresence;
import io.github.tlsleak.cli.jvm.LocalJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Without the export in the jar's manifest the JDK's API is closed: the own protocol is used. */
@EnabledOnOs(OS.LINUX)
class AttachedDumperTest {

    @TempDir Path dir;

    /** A JVM that waits for the end of its input. */
    static final class Waits {
        private Waits() {}

        public static void main(String[] args) throws Exception {
            System.out.write(System.in.available() + '0');
            System.out.flush();
            System.in.transferTo(System.out);
        }
    }

    @Test
    void aDumpOfARunningJvm() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin/java").toString();
        String classes =
                Path.of(Waits.class.getProtectionDomain().getCodeSource().getLocation().toURI())
                        .toString();
        Process process =
                new ProcessBuilder(java, "-Xmx16m", "-cp", classes, Waits.class.getName()).start();
        try {
            assertThat(process.getInputStream().read()).isEqualTo('0');
            LocalJvm jvm = new LocalJvm(process.pid(), "Waits", "17", AgentPresence.NONE, null, -1);
            Path file = dir.resolve("heap.hprof");
            AttachedDumper dumper = new AttachedDumper();
            assertThat(dumper.dump(jvm, file)).contains(HeapDumper.CREATED);
            byte[] begin = Files.newInputStream(file).readNBytes(12);
            assertThat(new String(begin, "US-ASCII")).isEqualTo("JAVA PROFILE");
            assertThat(dumper.dump(jvm, file)).doesNotContain(HeapDumper.CREATED);
            assertThat(dumper.dump(jvm, Path.of("/dev/null/no")))
                    .doesNotContain(HeapDumper.CREATED)
                    .contains("ot a directory");
            process.getOutputStream().close();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
            assertThat(process.getErrorStream().readAllBytes()).isEmpty();
        } finally {
            process.destroyForcibly();
        }
    }
}
