package io.github.tlsleak.agent.track;

import io.github.tlsleak.agent.judge.Event;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an object that a hook was called for. A hook looks its object up once, with
 * {@link Tracker#followed}, and hands the answer on.
 *
 * <p>It is the record of a live object, an object that a finalizer is closing ({@link
 * BeingFinalized}), or {@link #NONE}. The methods here are those of an object without a session:
 * they ignore everything. Thread-safe.
 */
public interface Followed {

    /** An object of which nothing is known. */
    Followed NONE = new Followed() {};

    /**
     * The record of the object.
     *
     * @return null unless the object is a socket or engine that is followed and not being finalized
     */
    default @Nullable Session session() {
        return null;
    }

    /**
     * The session whose transport the object is.
     *
     * @return null if it is none
     */
    default @Nullable Session carried() {
        return null;
    }

    /** Whether the handshake is known to be finished; true without a session. */
    default boolean isEstablished() {
        return true;
    }

    /** Whether a fatal alert has ended the session; true without a session. */
    default boolean isFatal() {
        return true;
    }

    /** Whether protocol and cipher suite are known; true without a session. */
    default boolean hasParameters() {
        return true;
    }

    /** Whether it is known to be a client or a server; true without a session. */
    default boolean hasRole() {
        return true;
    }

    /** Whether the transport is known, so that the peer's end is seen there. */
    default boolean hasTransport() {
        return false;
    }

    /**
     * Passes an event to the method of {@code events} that is for this kind of object.
     *
     * @param event what happened to the object
     * @param events decides what to make of it
     */
    default void happened(Event event, SessionEvents events) {}

    /**
     * Passes the end of a {@code close()} to the method of {@code events} that is for this kind of
     * object.
     *
     * @param type the class of the object
     * @param thrown what the close threw
     * @param events decides what to make of it
     */
    default void closeEnded(Class<?> type, @Nullable Throwable thrown, SessionEvents events) {}
}
