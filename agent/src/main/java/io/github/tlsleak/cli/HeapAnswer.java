package io.github.tlsleak.cli;

import io.github.tlsleak.cli.heap.dump.HeapDump;
import io.github.tlsleak.cli.heap.format.HeapFormats;
import io.github.tlsleak.cli.heap.model.HeapReader;
import io.github.tlsleak.cli.heap.model.HeapReport;
import io.github.tlsleak.cli.out.OutFile;
import io.github.tlsleak.cli.report.format.text.TextStyle;
import io.github.tlsleak.cli.report.read.Progress;
import io.github.tlsleak.cli.terminal.ProgressBar;
import io.github.tlsleak.cli.terminal.TerminalText;
import io.github.tlsleak.cli.terminal.WaitingLine;
import java.io.EOFException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine;

/** The answer of the command heap to one dump. Used by one thread. */
final class HeapAnswer {

    private final HeapCommand command;
    private final CommandLine line;

    /**
     * @param command with its options
     * @param line takes the answer and messages
     */
    HeapAnswer(HeapCommand command, CommandLine line) {
        this.command = command;
        this.line = line;
    }

    /**
     * Reads a dump, writes what it tells, and returns the exit code.
     *
     * @param name what to call the dump
     * @throws IOException with one clear line
     */
    int show(Path file, String name) throws IOException {
        HeapReport report = read(file, name);
        write(report);
        return verdict(report);
    }

    private HeapReport read(Path file, String name) throws IOException {
        PrintWriter err = line.getErr();
        Progress reading = ProgressBar.here(err, "reading");
        Progress walking = ProgressBar.here(err, "looking for holders:");
        try (HeapDump dump = HeapDump.open(file, reading)) {
            reading.end();
            return HeapReader.read(dump, name, command.asked, command.appPackages, walking);
        } catch (EOFException | RuntimeException e) {
            // shark is Kotlin code, which need not declare the one
            throw HeapDump.damaged(name, e);
        } finally {
            reading.end();
            walking.end();
        }
    }

    private void write(HeapReport report) throws IOException {
        TextStyle look = Terminal.of(line).look(line, command.out != null);
        HeapFormats formats = new HeapFormats(command.top, look);
        if (command.out != null) {
            try (WaitingLine writing = WaitingLine.here(line.getErr(), "writing " + command.out)) {
                OutFile.write(command.out, to -> formats.write(command.format, report, to));
            }
        } else {
            PrintWriter to = line.getOut();
            formats.write(command.format, report, to);
            to.flush();
        }
    }

    private int verdict(HeapReport report) {
        if (command.failOnHeld == null || report.held() <= command.failOnHeld) {
            return ExitCode.DONE;
        }
        String what =
                command.asked == null
                        ? " sessions that are not closed"
                        : " objects of " + command.asked;
        String found =
                "--fail-on-held " + command.failOnHeld + ": " + report.held() + what + " are held";
        line.getErr().println(TerminalText.lines("tlsleak: " + found));
        return ExitCode.FOUND;
    }
}
