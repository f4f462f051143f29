package io.github.tlsleak.cli;

import io.github.tlsleak.Request;
import io.github.tlsleak.cli.attach.Reply;
import io.github.tlsleak.cli.attach.TargetFiles;
import io.github.tlsleak.cli.jvm.Elsewhere;
import io.github.tlsleak.cli.jvm.LocalJvm;
import io.github.tlsleak.common.options.OptionFiles;
import io.github.tlsleak.common.options.Options;
import io.github.tlsleak.common.text.PlainText;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Loads the agent into a running JVM. Used by one thread. */
@Command(
        name = Request.ATTACH,
        description = {
            "Watch a running JVM, which continues to run. Findings are reported on its stderr,"
                    + " unless log=FILE is given."
        })
final class AttachCommand extends LiveCommand {

    private static final String WITHOUT_IT = "; (ignored|its options do not apply)$";

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "KEY=VALUE",
            description = "Options of the agent, see below.")
    private List<String> options = new ArrayList<>();

    AttachCommand(CliEnvironment environment) {
        super(environment);
    }

    /** Checks the options here: a mistyped option must not reach the JVM. */
    @Override
    boolean fill(Map<String, String> request, @Nullable LocalJvm jvm, PrintWriter err) {
        String arguments = Options.arguments(options);
        List<String> wrong = new ArrayList<>();
        Elsewhere there = jvm == null ? null : jvm.elsewhere();
        if (there == null) {
            Properties none = new Properties();
            Options parsed = Options.load(arguments, none, Collections.emptyMap(), wrong);
            OptionFiles.check(parsed, wrong);
        } else {
            new TargetFiles(there, options).check(wrong);
        }
        for (String line : wrong) {
            // the agent would ignore the option; this command does nothing instead
            String text = line.replaceFirst("^ignored ", "").replaceFirst(WITHOUT_IT, "");
            err.println("tlsleak: " + PlainText.printable(text));
        }
        if (!wrong.isEmpty()) {
            err.println("see " + TopCommand.NAME + " attach --help");
        }
        request.put(Request.OPTIONS, arguments);
        return wrong.isEmpty();
    }

    @Override
    @Nullable Reply absent(LocalJvm jvm) {
        return null;
    }

    @Override
    String after(LocalJvm jvm) {
        return TargetFiles.where(jvm, options);
    }
}
