package io.github.tlsleak.it.jdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.agent.instrument.advice.HookedMembers;
import io.github.tlsleak.it.harness.Jdk;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A JDK has all that the agent relies on. If it fails, a new JDK has renamed something: each line
 * says who relies on it, and what a user would miss. See {@code docs/design/new-jdk.md}.
 */
class InternalsIT {

    static List<Jdk> jdks() {
        return Jdk.all();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void nothingIsGone(Jdk jdk) throws IOException {
        try (JdkImage image = JdkImage.of(jdk)) {
            assertThat(image.names()).as("classes").hasSizeGreaterThan(5_000);
            List<String> problems = Internals.problems(jdk.major(), image::bytes);
            assertThat(problems).isEmpty();
        }
    }

    /** Hooks are not only there: they can be written into the classes of that JDK. */
    @ParameterizedTest
    @MethodSource("jdks")
    void everyAdviceFindsItsMethods(Jdk jdk) throws IOException {
        try (JdkImage image = JdkImage.of(jdk)) {
            List<String> problems = new ArrayList<>();
            for (String name : HookedMembers.classes()) {
                byte[] bytes = image.bytes(name);
                problems.addAll(
                        bytes == null
                                ? List.of(name + " is gone")
                                : HookedMembers.problems(name, bytes, image.resources()));
            }
            assertThat(problems).isEmpty();
        }
    }
}
