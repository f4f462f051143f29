package io.github.tlsleak.cli;

import io.github.tlsleak.cli.attach.AgentClient;
import io.github.tlsleak.cli.jvm.LocalJvms;
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

/** {@code java -jar tlsleak.jar}. */
public final class Main {

    private static final int WIDTH = 100;

    private Main() {}

    /**
     * Runs the command line and ends the JVM unless all went well.
     *
     * @param args a command and what belongs to it
     */
    public static void run(String[] args) {
        PrintWriter out = writer(System.out, "stdout.encoding");
        PrintWriter err = writer(System.err, "stderr.encoding");
        int code = run(here(), Ansi.AUTO, args, out, err);
        if (code != 0) {
            System.exit(code);
        }
    }

    /** As {@link #run(String[])}, without colours; returns the exit code. */
    static int run(String[] args, PrintWriter out, PrintWriter err) {
        return run(here(), Ansi.OFF, args, out, err);
    }

    /** See above. */
    static int run(
            CliEnvironment place, Ansi ansi, String[] args, PrintWriter out, PrintWriter err) {
        CommandLine line = commandLine(place);
        line.setOut(out);
        line.setErr(err);
        line.setColorScheme(CommandLine.Help.defaultColorScheme(ansi));
        int code = line.execute(args);
        out.flush();
        err.flush();
        return code;
    }

    private static CommandLine commandLine(CliEnvironment place) {
        CommandLine line =
                new CommandLine(new TopCommand())
                        .addSubcommand(new ListCommand(place))
                        .addSubcommand(new AttachCommand(place))
                        .addSubcommand(new StatusCommand(place))
                        .addSubcommand(new DumpCommand(place))
                        .addSubcommand(new SetCommand(place))
                        .addSubcommand(new DetachCommand(place))
                        .addSubcommand(new ReportCommand())
                        .addSubcommand(new HelpCommand())
                        .addSubcommand(new VersionCommand());
        // @DIR and the like are words as any other
        line.setExpandAtFiles(false);
        line.setUsageHelpWidth(WIDTH);
        line.setParameterExceptionHandler(new UsageErrors());
        line.setExecutionExceptionHandler(new ExecutionErrors());
        OptionTexts.addTo(line);
        return line;
    }

    private static CliEnvironment here() {
        File jar = jar();
        Path tmp = Paths.get(System.getProperty("java.io.tmpdir"));
        Path base = Paths.get(System.getProperty("user.dir"));
        return new CliEnvironment(LocalJvms.here(jar.getName()), new AgentClient(jar, tmp, base));
    }

    private static File jar() {
        try {
            return new File(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException | RuntimeException e) {
            // said when somebody is about to attach; other commands work without
            return new File("tlsleak.jar");
        }
    }

    /** Newer Java tells how the terminal writes letters; older writes them as it writes files. */
    private static PrintWriter writer(PrintStream stream, String property) {
        String encoding = System.getProperty(property);
        boolean known = encoding != null && Charset.isSupported(encoding);
        Charset charset = known ? Charset.forName(encoding) : Charset.defaultCharset();
        return new PrintWriter(new OutputStreamWriter(stream, charset), true);
    }
}
