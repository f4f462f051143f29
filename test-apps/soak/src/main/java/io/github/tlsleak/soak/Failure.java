package io.github.tlsleak.soak;

/** The soak has found a fault: one line that says which. */
final class Failure extends RuntimeException {

    private static final long serialVersionUID = 1;

    Failure(String line) {
        super(line);
    }
}
