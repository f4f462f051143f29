package io.github.tlsleak.cli;

import io.github.tlsleak.cli.attach.AgentClient;
import io.github.tlsleak.cli.heap.take.DumpTaker;
import io.github.tlsleak.cli.jvm.LocalJvms;
import java.util.function.Supplier;

/** The machine as commands see it: its JVMs, how to ask one, and the user. Immutable. */
final class CliEnvironment {

    private final LocalJvms jvms;
    private final AgentClient client;

    /** Its classes are read from a file of their own when a dump is taken. */
    private final Supplier<DumpTaker> dumps;

    private final UserQuestion question;

    CliEnvironment(
            LocalJvms jvms, AgentClient client, Supplier<DumpTaker> dumps, UserQuestion question) {
        this.jvms = jvms;
        this.client = client;
        this.dumps = dumps;
        this.question = question;
    }

    LocalJvms jvms() {
        return jvms;
    }

    AgentClient client() {
        return client;
    }

    /** Takes heap dumps. */
    DumpTaker dumps() {
        return dumps.get();
    }

    UserQuestion question() {
        return question;
    }
}
