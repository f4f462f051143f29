package io.github.tlsleak.apps.stub;

import java.io.IOException;

/** The client sent close_notify in place of data. */
final class CloseNotify extends IOException {

    private static final long serialVersionUID = 1;

    CloseNotify() {
        super("close_notify");
    }
}
