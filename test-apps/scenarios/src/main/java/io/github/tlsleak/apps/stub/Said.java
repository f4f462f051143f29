package io.github.tlsleak.apps.stub;

/** What a client asked for. */
public enum Said {
    /** Something on the way to its work. */
    SET_UP,
    /** What it came for. */
    WORK,
    /** Nothing more. */
    BYE
}
