package io.github.tlsleak.test;

/** A moment, between the findings before and after it. Immutable. */
public final class Mark {

    final long number;

    Mark(long number) {
        this.number = number;
    }
}
