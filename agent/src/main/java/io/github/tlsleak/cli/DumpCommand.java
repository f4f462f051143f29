package io.github.tlsleak.cli;

import io.github.tlsleak.Request;
import io.github.tlsleak.cli.attach.Reply;
import io.github.tlsleak.cli.jvm.LocalJvm;
import io.github.tlsleak.cli.out.OutFormat;
import io.github.tlsleak.cli.terminal.TerminalText;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows the findings of a running JVM so far. Used by one thread. */
@Command(name = Request.DUMP, description = "Show the findings of a JVM so far.")
final class DumpCommand extends LiveCommand {

    private static final int GC_PATIENCE = 10;
    private static final String TEXT = "text";
    private static final String JSON = "json";

    @Option(
            names = "--gc",
            description =
                    "Collect garbage first, so that sessions dropped since the last collection are"
                            + " found, too. The JVM pauses as in any full collection.")
    private boolean gc;

    @Option(names = "--open", description = "Show open sessions, too, by site with their ages.")
    private boolean open;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "text (default), or json: one object.")
    private @Nullable String asked;

    private String format = TEXT;

    DumpCommand(CliEnvironment environment) {
        super(environment);
    }

    @Override
    boolean fill(Map<String, String> request, @Nullable LocalJvm jvm, PrintWriter err) {
        try {
            format = new OutFormat(Arrays.asList(TEXT, JSON)).chosen(asked, null);
        } catch (IllegalArgumentException e) {
            err.println("tlsleak: " + e.getMessage());
            err.println("see " + TopCommand.NAME + " dump --help");
            return false;
        }
        request.put(Request.GC, Boolean.toString(gc));
        request.put(Request.OPEN, Boolean.toString(open));
        request.put(Request.FORMAT, format);
        return true;
    }

    @Override
    String shown(Reply reply) {
        return format.equals(JSON) ? TerminalText.json(reply.text()) : super.shown(reply);
    }

    @Override
    String after(LocalJvm jvm) {
        return format.equals(JSON) ? "" : process(jvm);
    }

    /** A full collection of a large heap takes long. */
    @Override
    int patience() {
        return gc ? GC_PATIENCE : 1;
    }
}
