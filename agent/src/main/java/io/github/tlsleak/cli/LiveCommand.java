package io.github.tlsleak.cli;

import io.github.tlsleak.cli.attach.Reply;
import io.github.tlsleak.cli.attach.UnreachableException;
import io.github.tlsleak.cli.jvm.LocalJvm;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What all commands have in common that ask a running JVM. */
@Command(
        synopsisHeading = "usage: ",
        parameterListHeading = "%nOperands:%n",
        optionListHeading = "%nOptions:%n")
abstract class LiveCommand implements Callable<Integer> {

    private static final long SECONDS = Long.getLong("tlsleak.attach.timeout", 30);

    private final CliEnvironment place;
    private final String action;

    /** For the parser. */
    @SuppressWarnings("unused")
    @Mixin
    private HelpOption help;

    @Parameters(
            index = "0",
            paramLabel = "PID|MAIN",
            description = "Process id, or main class (also its simple name), or jar.")
    private String target;

    @Spec private CommandSpec spec;

    LiveCommand(CliEnvironment place, String action) {
        this.place = place;
        this.action = action;
    }

    /**
     * Adds what the request needs besides the action.
     *
     * @return false after it has been said on {@code err} what is wrong with the command line
     */
    boolean fill(Map<String, String> request, PrintWriter err) {
        return true;
    }

    /** How many times the usual time the answer may take. */
    int patience() {
        return 1;
    }

    /** What to say if tlsleak cannot be in the JVM; null: ask all the same. */
    Reply absent(LocalJvm jvm) {
        return new Reply(
                ExitCode.UNREACHABLE,
                "tlsleak is not in this JVM: attach it first with "
                        + TopCommand.NAME
                        + " attach "
                        + jvm.pid()
                        + System.lineSeparator());
    }

    @Override
    public final Integer call() throws UnreachableException {
        PrintWriter err = spec.commandLine().getErr();
        Map<String, String> request = new LinkedHashMap<>();
        request.put("action", action);
        if (!fill(request, err)) {
            return ExitCode.WRONG_USAGE;
        }
        LocalJvm jvm = new Target(place.jvms(), err).find(target);
        if (jvm == null) {
            return ExitCode.UNREACHABLE;
        }
        // signs are only as good as what this user can see of the JVM
        boolean surelyAbsent = jvm.obstacle() == null && !jvm.presence().possible();
        Reply reply = surelyAbsent ? absent(jvm) : null;
        if (reply == null) {
            reply = place.client().ask(jvm, request, SECONDS * 1000 * patience());
        }
        print(reply, err);
        return reply.code();
    }

    private void print(Reply reply, PrintWriter err) {
        boolean done = reply.code() == ExitCode.DONE;
        boolean says = done || reply.text().startsWith("tlsleak");
        PrintWriter to = done ? spec.commandLine().getOut() : err;
        to.print(
                (says ? "" : "tlsleak: ")
                        + (done ? shown(reply) : TerminalText.lines(reply.text())));
        to.flush();
    }

    /** The text of a reply as it may go to a terminal. */
    String shown(Reply reply) {
        return TerminalText.lines(reply.text());
    }
}
