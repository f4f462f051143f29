package io.github.tlsleak.cli.heap.tls;

import org.jspecify.annotations.Nullable;

/** A state, or why it is not known. Immutable. */
final class KnownState {

    final TlsState state;

    /** Null if the state is known. */
    final @Nullable String whyNot;

    private KnownState(TlsState state, @Nullable String whyNot) {
        this.state = state;
        this.whyNot = whyNot;
    }

    /**
     * By the lines of the table.
     *
     * @param provider null if it is not known
     */
    static KnownState of(FieldReading reading, @Nullable String provider) {
        String className = reading.object().type().name();
        String whyNot;
        try {
            String text = reading.value(FieldKind.STATE).text();
            if (text != null) {
                return new KnownState(TlsState.of(text), null);
            }
            whyNot = className + " has values that are not known";
        } catch (MissingFieldException e) {
            whyNot = e.text();
        }
        return new KnownState(
                TlsState.UNKNOWN,
                provider == null
                        ? className + " is of no provider that is known"
                        : provider + ": " + whyNot);
    }

    boolean isKnown() {
        return state != TlsState.UNKNOWN;
    }
}
