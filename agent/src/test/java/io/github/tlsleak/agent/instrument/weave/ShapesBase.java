package io.github.tlsleak.agent.instrument.weave;

/** Has fields that code woven into a subclass reads. */
public class ShapesBase {

    /** SunJSSE's records have such a field. */
    protected boolean isClosed;

    @SuppressWarnings("unused")
    private final Object hidden;

    /** Accepts any object. */
    public ShapesBase(Object hidden) {
        this.hidden = hidden;
    }
}
