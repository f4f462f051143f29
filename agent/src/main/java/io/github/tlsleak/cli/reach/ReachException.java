package io.github.tlsleak.cli.reach;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A JVM in another container was not reached. The message says why, and what to try. */
public final class ReachException extends IOException {

    private static final long serialVersionUID = 1;

    public ReachException(String message) {
        super(message);
    }

    public ReachException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
