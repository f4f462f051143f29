package io.github.tlsleak.cli;

import io.github.tlsleak.cli.attach.UnreachableException;
import io.github.tlsleak.cli.heap.format.HeapFormats;
import io.github.tlsleak.cli.out.OutFile;
import io.github.tlsleak.cli.out.OutFormat;
import io.github.tlsleak.cli.terminal.TerminalText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Shows the TLS in a heap dump, and who holds it. Used by one thread.
 *
 * <p>The command line looks at fields and methods of all commands. Those of this class name no
 * class of {@code cli.heap}, so that other commands do not read the zip that has them.
 */
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
                    + " a static field, a thread or native code. JVMs with and without tlsleak can be"
                    + " read.",
            "",
            "Exit codes: 0 done, 1 more is held than --fail-on-held allows, 2 wrong usage, or no"
                    + " consent, 3 the JVM could not be reached, 4 the dump could not be taken or read, or a"
                    + " file not written."
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

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "text (default), json or html.")
    private @Nullable String askedFormat;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = {
                "Write to FILE, all or nothing. Without --format its ending chooses: html, json or"
                        + " txt."
            })
    @Nullable Path out;

    @Option(
            names = "--top",
            paramLabel = "N",
            description = "Show the N largest groups of each part (text); default 10.")
    int top = TOP;

    @Option(
            names = "--class",
            paramLabel = "GLOB",
            description = "Show who holds the objects of other classes, such as '*RealConnection'.")
    @Nullable String asked;

    @Option(
            names = "--app-packages",
            paramLabel = "PACKAGE",
            split = ",",
            description =
                    "Packages of the application, to tell its fields apart. Default: all that are no"
                            + " known library's or the JDK's.")
    List<String> appPackages = new ArrayList<>();

    @Option(
            names = "--fail-on-held",
            paramLabel = "N",
            description =
                    "Exit with 1 if more than N sessions that are not closed are held (with --class:"
                            + " more than N objects).")
    @Nullable Long failOnHeld;

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

    /** As chosen by {@code --format} or {@code --out}. */
    String format = "text";

    HeapCommand(CliEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws UnreachableException {
        check();
        try {
            if (out != null) {
                OutFile.check(out);
            }
            CommandLine line = spec.commandLine();
            int width = Terminal.of(line).width();
            DumpSource source = new DumpSource(environment, width, line.getErr());
            return source.read(operand, yes, keep, this::show);
        } catch (IOException e) {
            say(e.getMessage());
            return ExitCode.UNREADABLE;
        } catch (OutOfMemoryError e) {
            say(operand + " needs more memory to be read: set -Xmx before -jar");
            return ExitCode.UNREADABLE;
        }
    }

    private int show(Path file, String name) throws IOException {
        return new HeapAnswer(this, spec.commandLine()).show(file, name);
    }

    private void check() {
        if (operand.isEmpty()) {
            throw wrong("the operand is empty: name a FILE or a JVM");
        }
        OutFormat formats = new OutFormat(HeapFormats.NAMES);
        try {
            format = formats.chosen(askedFormat, out);
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
        String hint = formats.hint(askedFormat, out);
        if (hint != null) {
            say(hint);
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
