package io.github.tlsleak.cli.terminal;

/** Asks the user. Called by the thread of the command. */
public interface UserQuestion {

    /** What the user said. */
    enum Answer {
        YES,
        NO,
        /** There is no terminal to ask at. */
        NOBODY
    }

    /** Asks a question that ends in a question mark. Anything but a clear yes is a no. */
    Answer ask(String question);
}
