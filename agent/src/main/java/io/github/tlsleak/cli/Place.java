package io.github.tlsleak.cli;

import io.github.tlsleak.attach.Caller;
import io.github.tlsleak.attach.Jvms;

/** Where a command line runs. Immutable. */
final class Place {

    private final Jvms jvms;
    private final Caller caller;

    Place(Jvms jvms, Caller caller) {
        this.jvms = jvms;
        this.caller = caller;
    }

    Jvms jvms() {
        return jvms;
    }

    Caller caller() {
        return caller;
    }
}
