package io.github.tlsleak.cli;

import io.github.tlsleak.attach.UnreachableException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Says in one line why a command could not be done. */
final class Failed implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception e, CommandLine line, ParseResult parsed) {
        if (e instanceof ParameterException) {
            return new WrongUsage().handleParseException((ParameterException) e, new String[0]);
        }
        if (e instanceof UnreachableException) {
            line.getErr().println("tlsleak: " + e.getMessage());
        } else {
            line.getErr().println("tlsleak: an error of tlsleak itself, please report it: " + e);
            e.printStackTrace(line.getErr());
        }
        return ExitCode.UNREACHABLE;
    }
}
