package io.github.tlsleak.agent.command;

import java.util.Map;

/** Answers one kind of request. Called by one thread at a time. */
public interface Answer {

    /**
     * Does what is asked.
     *
     * @param request the keys of {@link io.github.tlsleak.Request} with their values
     * @return the text of the reply, which ends with a line feed
     * @throws IllegalArgumentException with one line for the user if the request is wrong
     */
    String to(Map<String, String> request);
}
