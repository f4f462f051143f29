package io.github.tlsleak.cli.report.model.stack;

/** A frame of a stack, or several frames folded into one line. Immutable. */
public final class StackPart {

    /** The frame; of folded frames {@code 41 frames of Spring}. */
    public final String text;

    /** The number of frames. */
    public final int frames;

    /** Whether it is the responsible frame. */
    public final boolean responsible;

    StackPart(String text, int frames, boolean responsible) {
        this.text = text;
        this.frames = frames;
        this.responsible = responsible;
    }

    /** Whether frames are folded. */
    public boolean isFolded() {
        return frames > 1;
    }
}
