package io.github.tlsleak.cli;

import io.github.tlsleak.cli.attach.UnreachableException;
import io.github.tlsleak.cli.heap.dump.HeapDump;
import io.github.tlsleak.cli.heap.format.HeapFormats;
import io.github.tlsleak.cli.heap.model.HeapReader;
import io.github.tlsleak.cli.heap.model.HeapReport;
import io.github.tlsleak.cli.report.read.Progress;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows the TLS in a heap dump, and who holds it. Used by one thread. */
@Command(
        name = "heap",
        description = "Show the TLS sessions in a heap dump, and who holds each of them.",
        synopsisHeading = "usage: ",
        parameterListHeading = "%nOperands:%n",
        optionListHeading = "%nOptions:%n",
        sortOptions = false,
        footer = {
            "",
            "A group has the objects that are held in the same way: by the same path of fields from"
                    + " a",
            "static field, a thread or native code. JVMs with and without tlsleak can be read.",
            "",
            "Exit codes: 0 done, 1 more is held than --fail-on-held allows, 2 wrong usage, or no"
                    + " consent,",
            "3 the JVM could not be reached, 4 the dump could not be taken or read, or a file not"
                    + " written."
        })
final class HeapCommand implements Callable<Integer> {

    private static final int TOP = 10;

    private final CliEnvironment environment;

    @Parameters(
            index = "0",
            paramLabel = "FILE|PID|MAIN",
            description = {
                "A heap dump of HotSpot (.hprof), plain or gzip; or a running JVM by its process id,"
                        + " main class",
                "(also its simple name) or jar: its dump is taken, read, and removed."
            })
    private String operand = "";

    @Option(names = "--format", paramLabel = "FORMAT", description = "text (default), or json.")
    private String format = HeapFormats.NAMES.get(0);

    @Option(names = "--out", paramLabel = "FILE", description = "Write to FILE, all or nothing.")
    private @Nullable Path out;

    @Option(
            names = "--top",
            paramLabel = "N",
            description = "Show the N largest groups of each part (text); default 10.")
    private int top = TOP;

    @Option(
            names = "--class",
            paramLabel = "GLOB",
            description =
                    "Show who holds the objects of other classes, such as 'okhttp3.*RealConnection'.")
    private @Nullable String asked;

    @Option(
            names = "--app-packages",
            paramLabel = "PACKAGE",
            split = ",",
            description =
                    "Packages of the application, to tell its fields apart. Default: all that are no"
                            + " known library's or the JDK's.")
    private List<String> appPackages = new ArrayList<>();

    @Option(
            names = "--fail-on-held",
            paramLabel = "N",
            description =
                    "Exit with 1 if more than N sessions that are not closed are held (with --class:"
                            + " more than N objects).")
    private @Nullable Long failOnHeld;

    @Option(
            names = "--yes",
            description =
                    "Take the dump of a running JVM without asking. The JVM stands still for a full"
                            + " collection, and while its heap is written.")
    private boolean yes;

    @Option(
            names = "--keep",
            paramLabel = "FILE",
            description = "Keep the dump of a running JVM as FILE, which must not exist.")
    private @Nullable Path keep;

    /** Read by the parser only. */
    @SuppressWarnings("unused")
    @Mixin
    private HelpOption help;

    @Spec private CommandSpec spec;

    HeapCommand(CliEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws UnreachableException {
        check();
        try {
            DumpSource source = new DumpSource(environment, spec.commandLine().getErr());
            return source.read(operand, yes, keep, this::show);
        } catch (OutOfMemoryError e) {
            say(operand + " needs more memory to be read: set -Xmx before -jar");
            return ExitCode.UNREADABLE;
        }
    }

    private int show(Path file, String name) throws IOException {
        HeapReport report = read(file, name);
        write(report);
        return verdict(report);
    }

    private HeapReport read(Path file, String name) throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        Progress reading = ProgressBar.here(err, "reading");
        Progress walking = ProgressBar.here(err, "looking for holders:");
        try (HeapDump dump = HeapDump.open(file, reading)) {
            reading.end();
            return HeapReader.read(dump, name, asked, appPackages, walking);
        } finally {
            reading.end();
            walking.end();
        }
    }

    private void write(HeapReport report) throws IOException {
        Terminal terminal = Terminal.of(spec.commandLine(), out != null);
        HeapFormats formats = new HeapFormats(top, terminal.colours(), terminal.width());
        if (out != null) {
            OutFile.write(out, to -> formats.write(format, report, to));
        } else {
            PrintWriter to = spec.commandLine().getOut();
            formats.write(format, report, to);
            to.flush();
        }
    }

    private int verdict(HeapReport report) {
        if (failOnHeld == null || report.held() <= failOnHeld) {
            return ExitCode.DONE;
        }
        String what = asked == null ? " sessions that are not closed" : " objects of " + asked;
        say("--fail-on-held " + failOnHeld + ": " + report.held() + what + " are held");
        return ExitCode.FOUND;
    }

    private void check() {
        if (operand.isEmpty()) {
            throw wrong("the operand is empty: name a FILE or a JVM");
        }
        if (!HeapFormats.NAMES.contains(format)) {
            String names = String.join(", ", HeapFormats.NAMES);
            throw wrong("--format " + format + ": expected one of " + names);
        }
        if (top < 1) {
            throw wrong("--top " + top + ": expected a number from 1 on");
        }
        if (failOnHeld != null && failOnHeld < 0) {
            throw wrong("--fail-on-held " + failOnHeld + ": expected a number from 0 on");
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private void say(@Nullable String message) {
        spec.commandLine().getErr().println(TerminalText.lines("tlsleak: " + message));
    }
}
