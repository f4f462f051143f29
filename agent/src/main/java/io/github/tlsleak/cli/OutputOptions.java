package io.github.tlsleak.cli;

import io.github.tlsleak.cli.out.OutFile;
import io.github.tlsleak.cli.out.OutFormat;
import io.github.tlsleak.cli.report.Formats;
import io.github.tlsleak.cli.report.format.Format;
import io.github.tlsleak.cli.report.model.Analysis;
import io.github.tlsleak.cli.terminal.WaitingLine;
import io.github.tlsleak.common.text.NearFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** The options that say how a report is written, and where. Used by one thread. */
final class OutputOptions {

    private static final OutFormat FORMATS = new OutFormat(Formats.NAMES);

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description =
                    "text (default), html, json, sarif, or collapsed (stacks for flame graphs).")
    private @Nullable String format;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = {
                "Write to FILE, all or nothing. Without --format its ending chooses: html, json,"
                        + " sarif, folded or txt."
            })
    private @Nullable Path out;

    @Option(
            names = "--src",
            paramLabel = "DIR",
            description =
                    "Where sarif looks for source files, such as src/main/java. May be repeated.")
    private List<Path> roots = new ArrayList<>();

    /**
     * The name of the format that is wanted.
     *
     * @throws IllegalArgumentException if an option is wrong: one line that says how
     */
    String format() {
        for (Path root : roots) {
            if (!Files.isDirectory(root)) {
                boolean other = Files.exists(root);
                throw new IllegalArgumentException(
                        "--src "
                                + root
                                + (other ? ": no directory" : ": no such directory")
                                + (other ? "" : NearFile.hint(root)));
            }
        }
        return FORMATS.chosen(format, out);
    }

    /** Whether the user asks for a report in so many words. */
    boolean isAsked() {
        return format != null || out != null;
    }

    /** Says what is unexpected, before the work begins. */
    void begin(Consumer<String> say) throws IOException {
        String hint = FORMATS.hint(format, out);
        if (hint != null) {
            say.accept(hint);
        }
        if (out != null) {
            OutFile.check(out);
        }
    }

    /** Writes a report in the format that is wanted. */
    void write(Analysis analysis, Formats formats, CommandLine line) throws IOException {
        formats.roots(roots).look(Terminal.of(line).look(line, out != null));
        Format chosen = formats.of(format());
        if (out != null) {
            try (WaitingLine writing = WaitingLine.here(line.getErr(), "writing " + out)) {
                OutFile.write(out, to -> chosen.write(analysis, to));
            }
            return;
        }
        PrintWriter to = line.getOut();
        chosen.write(analysis, to);
        to.flush();
    }
}
