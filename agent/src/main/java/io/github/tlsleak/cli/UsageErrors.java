package io.github.tlsleak.cli;

import io.github.tlsleak.common.text.DidYouMean;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with a command line, and which command shows the usage. Stateless. */
final class UsageErrors implements IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException e, String[] args) {
        CommandLine line = e.getCommandLine();
        PrintWriter err = line.getErr();
        err.println("tlsleak: " + message(e));
        err.println("see " + line.getCommandSpec().qualifiedName() + " --help");
        return ExitCode.WRONG_USAGE;
    }

    private static String message(ParameterException e) {
        if (!(e instanceof UnmatchedArgumentException)) {
            String text = String.valueOf(e.getMessage());
            return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
        }
        UnmatchedArgumentException unmatched = (UnmatchedArgumentException) e;
        String word = unmatched.getUnmatched().get(0);
        return what(unmatched, word) + " '" + word + "'" + hint(e.getCommandLine(), word);
    }

    private static String hint(CommandLine line, String word) {
        if (!word.startsWith("-")) {
            return DidYouMean.hint(word, line.getSubcommands().keySet());
        }
        String name = word.replaceFirst("^-+", "").replaceFirst("=.*", "");
        List<String> names = new ArrayList<>();
        for (String option : line.getCommandSpec().optionsMap().keySet()) {
            if (option.startsWith("--")) {
                names.add(option.substring(2));
            }
        }
        String near = DidYouMean.nearest(name, names);
        return near == null ? "" : "; did you mean --" + near + "?";
    }

    private static String what(UnmatchedArgumentException e, String word) {
        if (word.startsWith("-") && word.length() > 1) {
            return "unknown option";
        }
        boolean top = e.getCommandLine().getParent() == null;
        return top ? "unknown command" : "one operand too many:";
    }
}
