package io.github.tlsleak.agent.instrument.weave;

/** Whose field is read by code woven into a class below. */
public class ShapesBase {

    /** As that of SunJSSE's records. */
    protected boolean isClosed;

    @SuppressWarnings("unused")
    private final Object hidden;

    /** Takes anything. */
    public ShapesBase(Object hidden) {
        this.hidden = hidden;
    }
}
