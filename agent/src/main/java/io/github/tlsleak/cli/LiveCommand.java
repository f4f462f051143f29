package io.github.tlsleak.cli;

import io.github.tlsleak.Request;
import io.github.tlsleak.cli.attach.Reply;
import io.github.tlsleak.cli.attach.UnreachableException;
import io.github.tlsleak.cli.jvm.Elsewhere;
import io.github.tlsleak.cli.jvm.LocalJvm;
import io.github.tlsleak.cli.terminal.TerminalText;
import io.github.tlsleak.cli.terminal.WaitingLine;
import io.github.tlsleak.cli.terminal.WrappedText;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A command that asks a running JVM. Its name is the action of the request. One thread uses it. */
@Command(
        synopsisHeading = "usage: ",
        parameterListHeading = "%nOperands:%n",
        optionListHeading = "%nOptions:%n")
abstract class LiveCommand implements Callable<Integer> {

    /** How long a JVM may take to answer. */
    static final long SECONDS = Long.getLong("tlsleak.attach.timeout", 30);

    private final CliEnvironment environment;

    /** Read by the parser only. */
    @SuppressWarnings("unused")
    @Mixin
    private HelpOption help;

    @Parameters(
            index = "0",
            paramLabel = "PID|MAIN",
            description = "Process id, or main class (also its simple name), or jar.")
    private String target;

    @Spec private CommandSpec spec;

    LiveCommand(CliEnvironment environment) {
        this.environment = environment;
    }

    /**
     * Adds the keys that the request has besides {@link Request#ACTION}.
     *
     * @param jvm null if there is no such JVM
     * @return false if the command line is wrong; {@code err} then says what is wrong
     */
    boolean fill(Map<String, String> request, @Nullable LocalJvm jvm, PrintWriter err) {
        return true;
    }

    /** How long the answer may take, as a multiple of the usual time. */
    int patience() {
        return 1;
    }

    /** The reply in place of the agent if tlsleak cannot be in the JVM; null: ask all the same. */
    @Nullable Reply absent(LocalJvm jvm) {
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
        request.put(Request.ACTION, spec.name());
        StringWriter notFound = new StringWriter();
        LocalJvm jvm =
                new Target(environment.jvms(), width(), new PrintWriter(notFound)).find(target);
        if (!fill(request, jvm, err)) {
            return ExitCode.WRONG_USAGE;
        }
        if (jvm == null) {
            err.print(notFound);
            return ExitCode.UNREACHABLE;
        }
        // if this user cannot see all of the JVM, tlsleak may be in it without a trace
        boolean surelyAbsent = jvm.obstacle() == null && !jvm.presence().possible();
        Reply reply = surelyAbsent ? absent(jvm) : null;
        if (reply == null) {
            reply = ask(jvm, request, err);
        }
        print(reply, err);
        if (reply.code() == ExitCode.DONE) {
            spec.commandLine().getOut().print(after(jvm));
        }
        return reply.code();
    }

    private Reply ask(LocalJvm jvm, Map<String, String> request, PrintWriter err)
            throws UnreachableException {
        try (WaitingLine waiting = WaitingLine.here(err, "waiting for " + jvm)) {
            return environment.client().ask(jvm, request, SECONDS * 1000 * patience());
        }
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

    /** What the user needs to know besides the reply; empty if nothing. */
    String after(LocalJvm jvm) {
        return "";
    }

    /** Which process an answer is about; empty if the JVM has the same process id for itself. */
    static String process(LocalJvm jvm) {
        Elsewhere there = jvm.elsewhere();
        return there == null || there.innerPid() == jvm.pid()
                ? ""
                : "process "
                        + there.innerPid()
                        + " there is process "
                        + jvm.pid()
                        + " here: "
                        + there.name()
                        + System.lineSeparator();
    }

    /** The text of a reply, safe for a terminal. */
    String shown(Reply reply) {
        return WrappedText.of(TerminalText.lines(reply.text()), width());
    }

    private int width() {
        return Terminal.of(spec.commandLine()).width();
    }
}
