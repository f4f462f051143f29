package io.github.tlsleak.it.attach;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.it.harness.CiOnly;
import io.github.tlsleak.it.harness.Cli;
import io.github.tlsleak.it.harness.Ended;
import io.github.tlsleak.it.harness.Jdk;
import io.github.tlsleak.it.harness.LoadedCode;
import io.github.tlsleak.it.harness.TlsServiceJvm;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * After a detach the JVM runs the same code as before the attach, instruction by instruction. The
 * bytes of a class may differ, because the JVM merges constant pools when it redefines a class.
 */
@CiOnly
@Execution(ExecutionMode.CONCURRENT)
class RestoredIT {

    private static final List<String> CLASSES =
            List.of(
                    "javax.net.ssl.SSLEngine",
                    "javax.net.ssl.SSLSocket",
                    "javax.net.ssl.SSLContext",
                    "sun.security.ssl.SSLEngineImpl",
                    "sun.security.ssl.SSLSocketImpl",
                    "sun.security.ssl.TransportContext",
                    "java.net.Socket",
                    "java.net.ServerSocket");

    @TempDir Path directory;

    static List<Jdk> jdks() {
        return Jdk.notThin();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void everyInstructionIsBack(Jdk jdk) throws Exception {
        try (TlsServiceJvm target = TlsServiceJvm.quiet(jdk)) {
            // the agent would weave hooks from the start into classes that are loaded only now
            target.ask("leak 1");
            target.ask("leak 1 engine");
            Map<String, String> before = code(jdk, target, "before");
            Ended on = Cli.on(jdk).run("attach", target.pid());
            assertThat(on.exitCode()).as(on.everything()).isZero();
            target.ask("leak 1");
            target.ask("leak 1 engine");
            Map<String, String> during = code(jdk, target, "during");
            assertThat(classes(changed(before, during)))
                    .as("classes that carry hooks")
                    .containsExactlyInAnyOrderElementsOf(CLASSES);
            Ended off = Cli.on(jdk).run("detach", target.pid());
            assertThat(off.exitCode()).as(off.everything()).isZero();
            target.ask("leak 1");
            target.ask("leak 1 engine");
            Map<String, String> after = code(jdk, target, "after");
            assertThat(after).hasSameSizeAs(before);
            assertThat(changed(before, after)).as("methods that are not as before").isEmpty();
            target.endsWell();
        }
    }

    private Map<String, String> code(Jdk jdk, TlsServiceJvm target, String name) throws Exception {
        return LoadedCode.of(jdk, target.pid(), directory.resolve(name), CLASSES);
    }

    private static List<String> changed(Map<String, String> before, Map<String, String> now) {
        return now.keySet().stream()
                .filter(method -> !now.get(method).equals(before.get(method)))
                .toList();
    }

    private static Set<String> classes(List<String> methods) {
        return methods.stream().map(RestoredIT::classOf).collect(Collectors.toSet());
    }

    private static String classOf(String method) {
        return CLASSES.stream()
                .filter(type -> method.startsWith(type + "."))
                .findFirst()
                .orElseThrow();
    }
}
