package io.github.tlsleak.maven;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.maven.surefire.shared.utils.cli.CommandLineUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgentArgumentTest {

    @Test
    void optionsInTheirOrder() {
        AgentArgument argument =
                new AgentArgument("/m2/tlsleak.jar")
                        .with("report", "/p/%p.jsonl")
                        .with("baseline", null)
                        .with("suppressions", " ");
        assertThat(argument).hasToString("-javaagent:/m2/tlsleak.jar=report=/p/%p.jsonl");
        assertThat(argument.quoted()).isEqualTo(argument.toString());
    }

    @Test
    void optionsOfTheUserReplaceThoseOfThePlugin() {
        AgentArgument argument =
                new AgentArgument("a.jar")
                        .with("report", "r")
                        .with("gc.at.exit", "true")
                        .options("\n  gc.at.exit=false,\n  stack.depth=9\n");
        assertThat(argument)
                .hasToString("-javaagent:a.jar=report=r,gc.at.exit=false,stack.depth=9");
    }

    @Test
    void withoutOptions() {
        assertThat(new AgentArgument("a.jar").options(null)).hasToString("-javaagent:a.jar");
        assertThat(new AgentArgument("a.jar").options("log=off"))
                .hasToString("-javaagent:a.jar=log=off");
    }

    @Test
    void aCommaInAPathIsQuotedForTheAgent() {
        assertThat(new AgentArgument("a.jar").with("report", "x,y").with("app.packages", "b"))
                .hasToString("-javaagent:a.jar=report=\"x,y\",app.packages=b");
        assertThat(new AgentArgument("a.jar").with("report", "a\"b,c"))
                .hasToString("-javaagent:a.jar=report=\"a\"\"b,c\"");
    }

    /** Surefire's own code splits the line. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/plain/%p.jsonl",
                "/käse shop/%p.jsonl",
                "/a, b/%p.jsonl",
                "/it's here/%p.jsonl",
                "/it's \"here\", too/%p.jsonl",
                "C:\\Program Files\\x\\%p.jsonl",
            })
    void surefireTakesItAsOneWord(String report) throws Exception {
        AgentArgument argument = new AgentArgument("/m 2/tlsleak.jar").with("report", report);
        String line = argument.quoted() + " -Xmx64m \"-Dx=a b\"";
        assertThat(CommandLineUtils.translateCommandline(line))
                .containsExactly(argument.toString(), "-Xmx64m", "-Dx=a b");
    }
}
