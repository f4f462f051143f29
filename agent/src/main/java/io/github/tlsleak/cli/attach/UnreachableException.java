package io.github.tlsleak.cli.attach;

/** A JVM could not be asked. The message is one line for the user: the cause and what to try. */
public final class UnreachableException extends Exception {

    private static final long serialVersionUID = 1;

    public UnreachableException(String message) {
        super(message);
    }

    public UnreachableException(String message, Throwable cause) {
        super(message, cause);
    }
}
