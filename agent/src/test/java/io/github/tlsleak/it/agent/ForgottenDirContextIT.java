package io.github.tlsleak.it.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tlsleak.apps.stub.Dialects;
import io.github.tlsleak.apps.stub.End;
import io.github.tlsleak.apps.stub.Stub;
import io.github.tlsleak.it.harness.AppRun;
import io.github.tlsleak.it.harness.Ended;
import io.github.tlsleak.it.harness.Jdk;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A finalizer of the JDK closes what the program forgot. */
class ForgottenDirContextIT {

    private static final String CLOSER = "com.sun.jndi.ldap.LdapCtx";

    @TempDir Path directory;

    static List<Jdk> jdks() {
        return Jdk.all();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void theFinalizerThatClosedIsNamed(Jdk jdk) throws Exception {
        try (Stub directoryServer = new Stub(Dialects.of("ldaps"), End.AWAIT, "1.2")) {
            Ended ended =
                    new AppRun(jdk, directory)
                            .untilReported(1)
                            .run(
                                    "closing.ForgottenDirContext",
                                    "127.0.0.1",
                                    String.valueOf(directoryServer.port()),
                                    "1.2");
            List<JsonNode> leaks = ended.report().of("leak");
            assertThat(leaks).as(ended.everything()).hasSize(1);
            JsonNode leak = leaks.get(0);
            assertThat(leak.path("verdict").asText()).isEqualTo("RESCUED");
            assertThat(leak.path("severity").asText()).isEqualTo("leak");
            assertThat(leak.path("closer").asText()).isEqualTo(CLOSER);
            assertThat(ended.log())
                    .anyMatch(line -> line.endsWith("closed only by a finalizer of " + CLOSER))
                    .anyMatch(line -> line.equals("  closed at"))
                    .anyMatch(line -> line.contains(CLOSER + ".finalize("))
                    .anyMatch(line -> line.startsWith("  > ") && line.contains("DirContext"));
        }
    }
}
