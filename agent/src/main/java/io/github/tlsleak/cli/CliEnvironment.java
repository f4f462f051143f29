package io.github.tlsleak.cli;

import io.github.tlsleak.cli.attach.AgentClient;
import io.github.tlsleak.cli.jvm.LocalJvms;

/** The machine as commands see it: its JVMs, and how to ask one. Immutable. */
final class CliEnvironment {

    private final LocalJvms jvms;
    private final AgentClient client;

    CliEnvironment(LocalJvms jvms, AgentClient client) {
        this.jvms = jvms;
        this.client = client;
    }

    LocalJvms jvms() {
        return jvms;
    }

    AgentClient client() {
        return client;
    }
}
