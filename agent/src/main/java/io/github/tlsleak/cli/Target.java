package io.github.tlsleak.cli;

import static java.util.stream.Collectors.toList;

import io.github.tlsleak.cli.jvm.JvmTable;
import io.github.tlsleak.cli.jvm.LocalJvm;
import io.github.tlsleak.cli.jvm.LocalJvms;
import io.github.tlsleak.common.text.DidYouMean;
import io.github.tlsleak.common.text.PlainText;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the JVM that a user means. Used by one thread. */
final class Target {

    private final LocalJvms jvms;
    private final int width;
    private final PrintWriter err;

    /**
     * @param jvms the JVMs to look among
     * @param width the columns of the terminal
     * @param err takes the message if no JVM or more than one is found
     */
    Target(LocalJvms jvms, int width, PrintWriter err) {
        this.jvms = jvms;
        this.width = width;
        this.err = err;
    }

    /**
     * Finds the JVM with a pid or a program.
     *
     * @param word a pid, a main class, its simple name, or a jar; capitals matter only where they
     *     tell two programs apart
     * @return null, after a message on {@code err}, if no JVM or more than one is found
     */
    @Nullable LocalJvm find(String word) {
        if (word.matches("\\d{1,18}")) {
            LocalJvm jvm = jvms.find(Long.parseLong(word));
            return jvm != null
                    ? jvm
                    : none(notThere(Long.parseLong(word)), jvms.all(), "; there are:");
        }
        List<LocalJvm> all = jvms.all();
        List<LocalJvm> called = all.stream().filter(jvm -> jvm.isCalled(word)).collect(toList());
        if (called.isEmpty()) {
            called = all.stream().filter(jvm -> jvm.isAlmostCalled(word)).collect(toList());
        }
        if (called.size() == 1) {
            return called.get(0);
        }
        return called.isEmpty()
                ? none("no JVM runs '" + word + "'" + near(word, all), all, "; there are:")
                : none(
                        called.size() + " JVMs run '" + word + "'",
                        called,
                        "; choose one by its pid:");
    }

    /** The program that may be meant. Nothing is done to it: that is a guess. */
    private static String near(String word, List<LocalJvm> all) {
        List<String> names = new ArrayList<>();
        for (LocalJvm jvm : all) {
            names.addAll(jvm.names());
        }
        return DidYouMean.hint(word, names);
    }

    private String notThere(long pid) {
        String process = jvms.process(pid);
        return process == null
                ? "there is no JVM with pid " + pid
                : "process " + pid + " (" + process + ") is not a JVM";
    }

    private @Nullable LocalJvm none(String what, List<LocalJvm> instead, String then) {
        String hidden = jvms.hidden();
        String said =
                "tlsleak: " + PlainText.printable(what) + (hidden == null ? "" : "; " + hidden);
        if (instead.isEmpty()) {
            err.println(said + "; no JVM runs here, as far as can be seen");
        } else {
            err.println((said + then).replace("?;", "?"));
            JvmTable.print(instead, width, err);
        }
        return null;
    }
}
