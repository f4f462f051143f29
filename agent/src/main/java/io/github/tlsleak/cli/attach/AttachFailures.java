package io.github.tlsleak.cli.attach;

import io.github.tlsleak.cli.jvm.LocalJvm;
import io.github.tlsleak.cli.jvm.Processes;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Says in one line why a JVM gave no answer, and what to try. Immutable. */
final class AttachFailures {

    static final String INSTEAD = "start it with -javaagent:tlsleak.jar instead";

    private final LocalJvm jvm;
    private final String jar;
    private final RequestDirectory directory;
    private final AttachReasons reasons;

    AttachFailures(LocalJvm jvm, String jar, RequestDirectory directory) {
        this.jvm = jvm;
        this.jar = jar;
        this.directory = directory;
        this.reasons = new AttachReasons(jvm, INSTEAD);
    }

    /** The JVM has neither answered nor refused in time. */
    UnreachableException late(long millis) {
        return reasons.late(millis);
    }

    /** The JVM gave an answer that is not valid. */
    UnreachableException garbled() {
        return new UnreachableException(
                jvm
                        + " gave an answer that cannot be understood: use a tlsleak.jar of the"
                        + " version that is in it (see list)");
    }

    /**
     * The JVM gave no answer, whether the agent was loaded or not.
     *
     * @param thrown the exception that the attach ended with
     */
    UnreachableException noReply(@Nullable Throwable thrown) {
        if (!Processes.isAlive(jvm.pid())) {
            return reasons.ended();
        }
        // JDK 8 takes the answer of newer JVMs for a failure
        if (thrown == null || AttachReasons.root(thrown).equals("0")) {
            return loaded();
        }
        return reasons.failed(why(thrown), thrown);
    }

    private UnreachableException loaded() {
        Path tmp = directory.parent();
        boolean here = jvm.elsewhere() == null;
        boolean full = tmp.toFile().getUsableSpace() < 1 << 16;
        return new UnreachableException(
                "tlsleak was loaded into "
                        + jvm
                        + " but could not answer: "
                        + (full
                                ? "the disk of " + tmp + " is full"
                                : "a SecurityManager or a full disk keeps it from writing to "
                                        + tmp
                                        + ", or see its stderr")
                        + (here ? "; another directory: -Djava.io.tmpdir=DIR before -jar" : ""));
    }

    private @Nullable String why(Throwable thrown) {
        String text = AttachReasons.texts(thrown);
        String root = AttachReasons.root(thrown);
        String why = reasons.kept(text);
        if (why == null) {
            why = refused(text, root);
        }
        return why != null ? why : AttachReasons.unable(text, root);
    }

    /** Why the JVM refused to load the agent, if it did. */
    private @Nullable String refused(String text, String root) {
        String code = root.replaceFirst(".*: ", "");
        if (text.contains("Dynamic agent loading is not enabled")) {
            return "it runs with -XX:-EnableDynamicAgentLoading; start it without that option, or "
                    + INSTEAD;
        }
        if (text.contains("Agent JAR not found") || code.equals("100")) {
            return "its user cannot read "
                    + jar
                    + "; copy the jar to a directory that every user can read, such as /tmp";
        }
        // an older JDK does not understand the refusal of a newer JVM
        return text.contains("AgentInitializationException") || code.matches("10\\d|Non-numeric.*")
                ? "it did not start the agent; see its stderr for why"
                : null;
    }
}
