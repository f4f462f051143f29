package io.github.tlsleak.cli;

import io.github.tlsleak.cli.attach.AgentClient;
import io.github.tlsleak.cli.jvm.LocalJvms;

/** Where a command line runs. Immutable. */
final class CliEnvironment {

    private final LocalJvms jvms;
    private final AgentClient caller;

    CliEnvironment(LocalJvms jvms, AgentClient caller) {
        this.jvms = jvms;
        this.caller = caller;
    }

    LocalJvms jvms() {
        return jvms;
    }

    AgentClient caller() {
        return caller;
    }
}
