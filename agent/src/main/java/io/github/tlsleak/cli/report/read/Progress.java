package io.github.tlsleak.cli.report.read;

/** Receives how far the reading is. Called by the thread that reads. */
public interface Progress {

    /** Shows nothing. */
    Progress NONE =
            new Progress() {
                @Override
                public void begin(long totalBytes) {}

                @Override
                public void read(long bytes) {}

                @Override
                public void end() {}
            };

    /**
     * Reading begins.
     *
     * @param totalBytes size of all files, or 0 if the size is not known
     */
    void begin(long totalBytes);

    /**
     * More was read; called at least once in 64 KB.
     *
     * @param bytes since the last call
     */
    void read(long bytes);

    /** Reading ended, with success or without. */
    void end();
}
