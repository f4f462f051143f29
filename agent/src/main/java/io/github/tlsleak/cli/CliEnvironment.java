package io.github.tlsleak.cli;

import io.github.tlsleak.cli.attach.AgentClient;
import io.github.tlsleak.cli.heap.take.DumpTaker;
import io.github.tlsleak.cli.jvm.LocalJvms;
import io.github.tlsleak.cli.terminal.UserQuestion;

/** The machine as commands see it: its JVMs, how to ask one, and the user. Immutable. */
final class CliEnvironment {

    /** Makes what takes heap dumps, when a dump is taken. */
    interface Dumps {
        DumpTaker taker();
    }

    private final LocalJvms jvms;
    private final AgentClient client;

    private final Dumps dumps;

    private final UserQuestion question;

    CliEnvironment(LocalJvms jvms, AgentClient client, Dumps dumps, UserQuestion question) {
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
        return dumps.taker();
    }

    UserQuestion question() {
        return question;
    }
}
