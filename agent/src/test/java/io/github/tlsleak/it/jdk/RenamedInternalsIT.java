package io.github.tlsleak.it.jdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.it.harness.AppRun;
import io.github.tlsleak.it.harness.CiOnly;
import io.github.tlsleak.it.harness.Ended;
import io.github.tlsleak.it.harness.Jdk;
import io.github.tlsleak.it.harness.OwnJdkOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.commons.ClassRemapper;
import net.bytebuddy.jar.asm.commons.SimpleRemapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a user sees on a JDK that has renamed an internal of SunJSSE. The JDK is this one, with
 * classes that were changed: {@code --patch-module}.
 */
@CiOnly
@OwnJdkOnly
class RenamedInternalsIT {

    private static final String PACKAGE = "sun/security/ssl/";
    private static final String TRANSPORT = PACKAGE + "TransportContext";

    @TempDir Path directory;

    /** One line names it, and SunJSSE is followed by its public API: the one leak is found. */
    @Test
    void aRenamedMethodIsSaidAndTheLeakIsFound() throws Exception {
        Ended ended = run(TRANSPORT + ".kickstart()V", "begin", 1);
        assertThat(lost(ended))
                .singleElement()
                .asString()
                .contains("sun.security.ssl.TransportContext.kickstart could not be instrumented")
                .endsWith("there is no such method");
        assertThat(ended.report().numberOfFindings()).as(ended.everything()).isEqualTo(1);
    }

    /**
     * The class that has it gets no hooks, so its sessions are not followed: nothing is guessed.
     */
    @Test
    void aRenamedFieldIsSaidAndNothingIsGuessed() throws Exception {
        Ended ended = run(TRANSPORT + ".isInputCloseNotified", "isPeerGone", 0);
        assertThat(lost(ended))
                .singleElement()
                .asString()
                .contains("coverage lost: sun.security.ssl.TransportContext could not")
                .endsWith("no field isInputCloseNotified");
        assertThat(ended.report().numberOfFindings()).as(ended.everything()).isZero();
    }

    private static List<String> lost(Ended ended) {
        return ended.err().stream().filter(line -> line.contains("coverage lost")).toList();
    }

    /** A program with a socket and an engine that are closed in order, and a dropped socket. */
    private Ended run(String member, String renamed, int findings) throws Exception {
        Path patch = patched(member, renamed);
        AppRun run = new AppRun(Jdk.own(), directory).jvm("--patch-module", "java.base=" + patch);
        run.untilErr(".*coverage lost.*");
        Ended ended = run.untilReported(findings).runWithPeer("others.RoundTrips", "await", "1.2");
        assertThat(ended.exitCode()).as(ended.everything()).isZero();
        assertThat(ended.out()).contains("socket closed", "engine closed", "socket dropped");
        return ended;
    }

    /** All classes of the package, in which the member has another name. */
    private Path patched(String member, String renamed) throws IOException {
        Path patch = directory.resolve("patch");
        Files.createDirectories(patch.resolve(PACKAGE));
        try (JdkImage image = JdkImage.of(Jdk.own())) {
            for (String name : image.names()) {
                if (name.startsWith(PACKAGE)) {
                    ClassWriter out = new ClassWriter(0);
                    new ClassReader(image.bytes(name))
                            .accept(new ClassRemapper(out, new SimpleRemapper(member, renamed)), 0);
                    Files.write(patch.resolve(name + ".class"), out.toByteArray());
                }
            }
        }
        return patch;
    }
}
