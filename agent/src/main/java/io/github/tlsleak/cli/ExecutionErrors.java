package io.github.tlsleak.cli;

import io.github.tlsleak.cli.attach.UnreachableException;
import io.github.tlsleak.cli.terminal.TerminalText;
import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Says in one line why a command failed. Used by one thread. */
final class ExecutionErrors implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception e, CommandLine line, ParseResult parsed) {
        if (e instanceof ParameterException) {
            return new UsageErrors().handleParseException((ParameterException) e, new String[0]);
        }
        if (e instanceof UnreachableException) {
            say(line, String.valueOf(e.getMessage()));
        } else {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            say(line, "an error of tlsleak itself, please report it: " + e);
            line.getErr().print(TerminalText.lines(trace.toString().replace("\t", "    ")));
        }
        return ExitCode.UNREACHABLE;
    }

    /** Prints a message, which may have parts that came from a JVM or its files. */
    private static void say(CommandLine line, String what) {
        line.getErr().println(TerminalText.lines("tlsleak: " + what));
    }
}
