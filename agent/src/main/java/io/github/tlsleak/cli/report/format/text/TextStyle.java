package io.github.tlsleak.cli.report.format.text;

/** How text looks: colours, width, and whether stacks are folded. Immutable. */
public final class TextStyle {

    /** The width where nobody sits at a terminal, such as in a pipe, a file or a build's log. */
    public static final int WIDTH = 120;

    /** Without colours, as in a file: frames stay in one line, however long. */
    public static final TextStyle FILE = new TextStyle(false, WIDTH, false);

    /** Whether lines have colours. */
    final boolean colours;

    /** The column at which text is wrapped; 0: not at all. */
    final int width;

    /** Whether frames that are too long are broken, too: a terminal would do it anywhere. */
    final boolean breaksFrames;

    /** Whether all frames of a stack are written. */
    final boolean full;

    /**
     * @param colours whether lines have colours
     * @param width the column at which text is wrapped; 0: not at all
     * @param breaksFrames whether frames that are too long are broken, too
     */
    public TextStyle(boolean colours, int width, boolean breaksFrames) {
        this(colours, width, breaksFrames, false);
    }

    private TextStyle(boolean colours, int width, boolean breaksFrames, boolean full) {
        this.colours = colours;
        this.width = width;
        this.breaksFrames = breaksFrames;
        this.full = full;
    }

    /** The same with all frames of stacks, or with folded stacks. */
    public TextStyle full(boolean wanted) {
        return new TextStyle(colours, width, breaksFrames, wanted);
    }
}
