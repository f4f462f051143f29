package io.github.tlsleak.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.FakeInstrumentation;
import io.github.tlsleak.common.options.OptionSources;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Without any option the agent stays dormant; with an option it starts at once. */
class AgentTest {

    private final List<ClassFileTransformer> transformers = new ArrayList<>();
    private Class<?>[] loaded = {};
    private final Properties before = (Properties) System.getProperties().clone();

    /** The build's own properties ({@code -Dtlsleak.jdks=...}) look like options to the agent. */
    @BeforeEach
    void takeAwayWhatTheBuildHasSet() {
        for (String name : before.stringPropertyNames()) {
            if (name.startsWith(OptionSources.PROPERTY_PREFIX)) {
                System.clearProperty(name);
            }
        }
    }

    @AfterEach
    void putBackWhatTheBuildHasSet() {
        System.setProperties(before);
    }

    @Test
    void withNothingSetItSleeps() throws Exception {
        assertThat(start("premain", "")).isInstanceOf(DormantAgent.class);
        assertThat(transformers).hasSize(1);
    }

    @Test
    void anOptionIsReadAtOnce() throws Exception {
        assertThat(start("premain", "stack.depth=3")).isInstanceOf(Activation.class);
        assertThat(transformers).hasSize(1);
        assertThat(start("premain", "enabled=false")).isNull();
    }

    @Test
    void aProgramThatUsesTlsAlreadyIsNotSleptThrough() throws Exception {
        loaded = new Class<?>[] {String.class, SSLContext.class};
        assertThat(start("premain", "")).isInstanceOf(Activation.class);
    }

    @Test
    void aSleepingAgentAnswers() throws Exception {
        Function<Map<String, String>, String> agent = start("premain", "");
        assertThat(agent.apply(Map.of("action", "attach", "options", "")))
                .startsWith("0\nalready running, version ");
        assertThat(agent.apply(Map.of("action", "dance"))).startsWith("2\n").contains("dance");
        // the awake agent uses the transformer that is registered already
        assertThat(transformers).hasSize(1);
    }

    private Function<Map<String, String>, String> start(String action, String options)
            throws Exception {
        return Agent.start(
                new Object[] {
                    Map.of("action", action, "options", options), jvm(), getClass().getClassLoader()
                });
    }

    private Instrumentation jvm() {
        return FakeInstrumentation.of(
                (method, arguments) -> {
                    switch (method) {
                        case "addTransformer":
                            transformers.add((ClassFileTransformer) arguments[0]);
                            return null;
                        case "getAllLoadedClasses":
                            return loaded;
                        default:
                            // this JVM refuses every change
                            return false;
                    }
                });
    }
}
