package io.github.tlsleak.apps.libraries;

import io.github.tlsleak.apps.support.Situation;
import java.util.Map;

/**
 * A library, used as its documentation says. Line comments above the class, {@code // NAME,NAME
 * expect: ...}, say what must be reported of a situation. No comment means that nothing may be
 * reported.
 */
public interface Library {

    /** The situations by name, in the order in which they are played. */
    Map<String, Situation<LibraryStage>> situations();
}
