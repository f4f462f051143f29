package io.github.tlsleak.apps.libraries;

import io.github.tlsleak.apps.support.Situation;
import java.util.Map;

/**
 * A library, used as its documentation says. What must come of a situation stands as line comments
 * above the class, {@code // NAME,NAME expect: ...}, where it is not nothing.
 */
public interface Library {

    /** The situations by name, in the order in which they are played. */
    Map<String, Situation<LibraryStage>> situations();
}
