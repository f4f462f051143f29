package io.github.tlsleak.apps.stub;

/** What a client asked for. */
public enum Said {
    /** A request on the way to the client's work. */
    SET_UP,
    /** The client's work. */
    WORK,
    /** Nothing more comes. */
    BYE
}
