package io.github.tlsleak.it.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.it.harness.AppRun;
import io.github.tlsleak.it.harness.CiOnly;
import io.github.tlsleak.it.harness.Ended;
import io.github.tlsleak.it.harness.Jdk;
import io.github.tlsleak.it.harness.OwnJdkOnly;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values of the option {@code stuck} that are unusual or wrong. */
@CiOnly
@OwnJdkOnly
class StuckOptionIT {

    @TempDir Path directory;

    private Ended run(String value) throws Exception {
        return new AppRun(Jdk.own(), directory)
                .option("stuck", value)
                .option("threshold", "1ms")
                .runWithPeer("living.StuckOver", "stall", "1.3");
    }

    @Test
    void switchedOff() throws Exception {
        Ended ended = run("off");
        assertThat(ended.report().findings()).as(ended.everything()).isEmpty();
        assertThat(ended.warnings()).isEmpty();
        assertThat(ended.exitCode()).isZero();
    }

    /** The default is longer than the program runs. */
    @ParameterizedTest
    @ValueSource(strings = {"0", "soon", "-1s"})
    void aWrongValueIsOneWarningAndTheDefaultApplies(String value) throws Exception {
        Ended ended = run(value);
        assertThat(ended.warnings()).as(ended.everything()).hasSize(1);
        assertThat(ended.warnings().get(0)).contains("stuck=" + value, "not a duration");
        assertThat(ended.report().findings()).isEmpty();
        assertThat(ended.exitCode()).isZero();
    }
}
