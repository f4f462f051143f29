package io.github.tlsleak.cli;

import io.github.tlsleak.Request;
import io.github.tlsleak.cli.attach.TargetFiles;
import io.github.tlsleak.cli.jvm.LocalJvm;
import io.github.tlsleak.common.options.Options;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Changes options of a running agent. Used by one thread. */
@Command(
        name = Request.SET,
        description =
                "Change options of tlsleak in a JVM. The answer has the old and the new values.")
final class SetCommand extends LiveCommand {

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "KEY=VALUE",
            description = "An option, such as threshold=5m.")
    private List<String> options;

    SetCommand(CliEnvironment environment) {
        super(environment);
    }

    @Override
    boolean fill(Map<String, String> request, @Nullable LocalJvm jvm, PrintWriter err) {
        for (String option : options) {
            if (option.indexOf('=') < 1) {
                err.println("tlsleak: '" + option + "' is not KEY=VALUE");
                return false;
            }
        }
        request.put(Request.OPTIONS, Options.arguments(options));
        return true;
    }

    @Override
    String after(LocalJvm jvm) {
        return TargetFiles.where(jvm, options);
    }
}
