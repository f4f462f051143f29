package io.github.tlsleak.cli;

import io.github.tlsleak.Request;
import io.github.tlsleak.cli.attach.Reply;
import io.github.tlsleak.cli.jvm.LocalJvm;
import picocli.CommandLine.Command;

/** Takes the agent out of a JVM. Used by one thread. */
@Command(
        name = Request.DETACH,
        description =
                "Take tlsleak out of a JVM: every class is restored, the report is closed with its"
                        + " summary.")
final class DetachCommand extends LiveCommand {

    DetachCommand(CliEnvironment environment) {
        super(environment);
    }

    @Override
    Reply absent(LocalJvm jvm) {
        return new Reply(
                ExitCode.DONE,
                "tlsleak is not in this JVM, nothing to do" + System.lineSeparator());
    }
}
