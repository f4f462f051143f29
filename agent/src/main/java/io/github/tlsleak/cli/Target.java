package io.github.tlsleak.cli;

import io.github.tlsleak.attach.Jvm;
import io.github.tlsleak.attach.Jvms;
import io.github.tlsleak.common.text.PlainText;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Finds the JVM that a user means. Used by one thread. */
final class Target {

    private final Jvms jvms;
    private final PrintWriter err;

    /**
     * Where to look.
     *
     * @param err for what is wrong, and the JVMs there are
     */
    Target(Jvms jvms, PrintWriter err) {
        this.jvms = jvms;
        this.err = err;
    }

    /**
     * The JVM with a pid or program.
     *
     * @return null after it has been said what is wrong
     */
    Jvm find(String word) {
        if (word.matches("\\d{1,18}")) {
            Jvm jvm = jvms.find(Long.parseLong(word));
            return jvm != null
                    ? jvm
                    : none(notThere(Long.parseLong(word)), jvms.all(), "; there are:");
        }
        List<Jvm> all = jvms.all();
        List<Jvm> called = new ArrayList<>();
        for (Jvm jvm : all) {
            if (jvm.isCalled(word)) {
                called.add(jvm);
            }
        }
        if (called.size() == 1) {
            return called.get(0);
        }
        return called.isEmpty()
                ? none("no JVM runs '" + word + "'", all, "; there are:")
                : none(
                        called.size() + " JVMs run '" + word + "'",
                        called,
                        "; choose one by its pid:");
    }

    private String notThere(long pid) {
        String process = jvms.process(pid);
        return process == null
                ? "there is no JVM with pid " + pid
                : "process " + pid + " (" + process + ") is not a JVM";
    }

    private Jvm none(String what, List<Jvm> instead, String then) {
        String said = "tlsleak: " + PlainText.printable(what);
        if (instead.isEmpty()) {
            err.println(said + "; no JVM runs here, as far as can be seen");
        } else {
            err.println(said + then);
            JvmTable.print(instead, err);
        }
        return null;
    }
}
