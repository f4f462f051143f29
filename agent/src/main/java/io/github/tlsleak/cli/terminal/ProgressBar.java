package io.github.tlsleak.cli.terminal;

import io.github.tlsleak.cli.report.read.Progress;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Shows on a terminal how far some work is, after its first second. Used by one thread. */
public final class ProgressBar implements Progress {

    private static final long FIRST = TimeUnit.SECONDS.toNanos(1);
    private static final long NEXT = TimeUnit.MILLISECONDS.toNanos(200);
    private static final int CELLS = 30;
    private static final double MEGABYTE = 1 << 20;

    private final PrintWriter out;
    private final String work;
    private final LongSupplier nanoTime;
    private long total;
    private long done;
    private long due;
    private int shown;

    /**
     * @param work the begin of the line
     */
    ProgressBar(PrintWriter out, String work, LongSupplier nanoTime) {
        this.out = out;
        this.work = work;
        this.nanoTime = nanoTime;
    }

    /** A progress bar if the output is a terminal, else none. */
    public static Progress here(PrintWriter out, String work) {
        return UserConsole.isWatched()
                ? new ProgressBar(out, work, System::nanoTime)
                : Progress.NONE;
    }

    @Override
    public void begin(long totalBytes) {
        total = totalBytes;
        due = nanoTime.getAsLong() + FIRST;
    }

    @Override
    public void read(long bytes) {
        done += bytes;
        long now = nanoTime.getAsLong();
        if (now - due >= 0) {
            due = now + NEXT;
            show(line());
        }
    }

    @Override
    public void end() {
        if (shown > 0) {
            show("");
            out.print('\r');
            out.flush();
        }
    }

    private String line() {
        String amount = String.format(Locale.ROOT, "%.0f MB", done / MEGABYTE);
        if (total <= 0) {
            return work + " " + amount;
        }
        // a file may grow while it is read
        int percent = (int) Math.min(100, done * 100 / total);
        StringBuilder bar = new StringBuilder(work + " [");
        for (int i = 0; i < CELLS; i++) {
            bar.append(i * 100 < percent * CELLS ? '#' : ' ');
        }
        return bar + "] " + percent + "% of " + Math.round(total / MEGABYTE) + " MB";
    }

    private void show(String line) {
        StringBuilder padded = new StringBuilder("\r").append(line);
        for (int i = line.length(); i < shown; i++) {
            padded.append(' ');
        }
        shown = line.length();
        out.print(padded);
        out.flush();
    }
}
