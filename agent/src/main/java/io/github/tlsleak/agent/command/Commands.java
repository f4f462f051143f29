package io.github.tlsleak.agent.command;

import io.github.tlsleak.Request;
import io.github.tlsleak.common.Version;
import io.github.tlsleak.common.options.OptionValues;
import java.util.Map;
import java.util.function.Function;

/**
 * Finds the answer to a request by its action, and adds the exit code. Called by one thread at a
 * time, the one on which the JVM serves attaching.
 */
public final class Commands implements Function<Map<String, String>, String> {

    private static final String DONE = "0\n";
    private static final String WRONG_USAGE = "2\n";
    private static final String FAILED = "3\n";

    private final Map<String, Answer> answers;

    /**
     * @param answers what answers each action
     */
    public Commands(Map<String, Answer> answers) {
        this.answers = answers;
    }

    /** The reply: exit code, line feed, text. */
    @Override
    public String apply(Map<String, String> request) {
        String action = String.valueOf(request.get(Request.ACTION));
        Answer answer = answers.get(action);
        if (answer == null) {
            return WRONG_USAGE + unknown(action) + '\n';
        }
        try {
            return DONE + answer.to(request);
        } catch (IllegalArgumentException e) {
            return WRONG_USAGE + e.getMessage() + '\n';
        } catch (RuntimeException e) {
            return FAILED + action + " failed: " + e + '\n';
        }
    }

    /** The command line is newer than this agent. */
    private static String unknown(String action) {
        return "the agent in this JVM, version "
                + Version.current()
                + ", knows no "
                + OptionValues.show(action);
    }
}
