package io.github.tlsleak.cli;

import io.github.tlsleak.cli.attach.AgentClient;
import io.github.tlsleak.cli.attach.AttachedDumper;
import io.github.tlsleak.cli.heap.take.DumpTaker;
import io.github.tlsleak.cli.jvm.LocalJvms;
import io.github.tlsleak.cli.terminal.UserConsole;
import java.io.File;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.nio.file.Paths;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** The command line {@code java -jar tlsleak.jar}. Stateless. */
public final class Main {

    private Main() {}

    /**
     * Runs the command line. Ends the JVM if the exit code is not 0.
     *
     * @param args a command with its options and operands
     */
    public static void run(String[] args) {
        PrintWriter out = writer(System.out, "stdout.encoding");
        PrintWriter err = writer(System.err, "stderr.encoding");
        int code = run(here(), Terminal.here(), Ansi.AUTO, args, out, err);
        if (code != 0) {
            System.exit(code);
        }
    }

    /** Runs the command line without colours and returns the exit code. */
    static int run(String[] args, PrintWriter out, PrintWriter err) {
        return run(here(), Ansi.OFF, args, out, err);
    }

    /** Runs the command line in an environment and returns the exit code. */
    static int run(
            CliEnvironment environment,
            Ansi ansi,
            String[] args,
            PrintWriter out,
            PrintWriter err) {
        return run(environment, Terminal.here(), ansi, args, out, err);
    }

    /** Runs the command line with a terminal and returns the exit code. */
    static int run(
            CliEnvironment environment,
            Terminal terminal,
            Ansi ansi,
            String[] args,
            PrintWriter out,
            PrintWriter err) {
        CommandLine line = commandLine(environment, terminal);
        line.setOut(out);
        line.setErr(err);
        line.setColorScheme(CommandLine.Help.defaultColorScheme(ansi));
        int code = line.execute(args);
        out.flush();
        err.flush();
        return code;
    }

    private static CommandLine commandLine(CliEnvironment environment, Terminal terminal) {
        CommandLine line =
                new CommandLine(new TopCommand(terminal))
                        .addSubcommand(new ListCommand(environment))
                        .addSubcommand(new AttachCommand(environment))
                        .addSubcommand(new StatusCommand(environment))
                        .addSubcommand(new DumpCommand(environment))
                        .addSubcommand(new SetCommand(environment))
                        .addSubcommand(new DetachCommand(environment))
                        .addSubcommand(new HeapCommand(environment))
                        .addSubcommand(new ReportCommand())
                        .addSubcommand(new CompletionCommand())
                        .addSubcommand(new HelpCommand())
                        .addSubcommand(new VersionCommand());
        // a word such as @DIR is no file of arguments
        line.setExpandAtFiles(false);
        terminal.applyTo(line);
        line.setParameterExceptionHandler(new UsageErrors());
        line.setExecutionExceptionHandler(new ExecutionErrors());
        OptionTexts.addTo(line);
        return line;
    }

    private static CliEnvironment here() {
        File jar = jar();
        Path tmp = Paths.get(System.getProperty("java.io.tmpdir"));
        Path base = Paths.get(System.getProperty("user.dir"));
        return new CliEnvironment(
                LocalJvms.here(jar.getName()),
                new AgentClient(jar, tmp, base),
                new Dumps(tmp),
                UserConsole::ask);
    }

    private static File jar() {
        try {
            return new File(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException | RuntimeException e) {
            // attaching reports that the jar is missing; other commands need no jar
            return new File("tlsleak.jar");
        }
    }

    /** A writer with the encoding of the terminal; before Java 19, with that of files. */
    private static PrintWriter writer(PrintStream stream, String property) {
        String encoding = System.getProperty(property);
        boolean known = encoding != null && Charset.isSupported(encoding);
        Charset charset = known ? Charset.forName(encoding) : Charset.defaultCharset();
        return new PrintWriter(new OutputStreamWriter(stream, charset), true);
    }

    /** No lambda: making one would load the class of what it returns, for every command. */
    private static final class Dumps implements CliEnvironment.Dumps {

        private final Path tmp;

        Dumps(Path tmp) {
            this.tmp = tmp;
        }

        @Override
        public DumpTaker taker() {
            return new DumpTaker(new AttachedDumper(), tmp, LiveCommand.SECONDS * 1000);
        }
    }
}
