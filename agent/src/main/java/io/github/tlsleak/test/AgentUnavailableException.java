package io.github.tlsleak.test;

/** No agent can run in this JVM. The message says in one line why, and what to do. Immutable. */
public final class AgentUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1;

    AgentUnavailableException(String message) {
        super(message);
    }
}
