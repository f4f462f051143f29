package io.github.tlsleak.cli.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgentPresenceTest {

    @TempDir Path dir;

    @ParameterizedTest
    @CsvSource({
        "tlsleak-0.1.0, 0.1.0",
        "tlsleak-1.10.22, 1.10.22..",
        "tlsleak-0.1.0-S, 0.1.0-S..",
    })
    void aThreadTellsTheVersion(String name, String version) throws IOException {
        FakeProc.Entry process = new FakeProc(dir).process(5).thread(5, "main").thread(6, name);
        AgentPresence presence =
                AgentPresence.in(process.entry(), List.of("-javaagent:tlsleak.jar"), "x");
        assertThat(presence.text()).isEqualTo(version);
        assertThat(presence.possible()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "-javaagent:tlsleak.jar, waiting",
        "-javaagent:/opt/tlsleak-0.1.0.jar=report=x.jsonl, waiting",
        "-javaagent:/opt/own.jar, waiting",
        "-javaagent:/opt/tlsleak/jacoco.jar, -",
        "-javaagent:jacoco.jar=destfile=tlsleak.jar, -",
        "-Dtlsleak.jar=tlsleak.jar, -",
    })
    void anOptionTellsThatItIsThere(String option, String text) throws IOException {
        ProcEntry process = new FakeProc(dir).process(5).thread(5, "tlsleak-").entry();
        AgentPresence presence = AgentPresence.in(process, List.of("-Xmx1g", option), "own.jar");
        assertThat(presence.text()).isEqualTo(text);
        assertThat(presence.possible()).isEqualTo(!text.equals("-"));
    }
}
