package io.github.tlsleak.cli.terminal;

import java.io.Closeable;
import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Shows on a terminal what a command waits for, and how long by now, after its first second. A
 * thread of its own writes it, until it is closed. Thread-safe.
 */
public final class WaitingLine implements Closeable {

    private static final long SECOND = 1_000;

    private static final long NEVER = Long.MAX_VALUE;

    private final CountDownLatch over = new CountDownLatch(1);
    private final PrintWriter out;
    private final String what;
    private final Thread thread;

    /**
     * @param what the begin of the line
     * @param tick milliseconds before the line is shown, and between its changes
     */
    WaitingLine(PrintWriter out, String what, long tick) {
        this.out = out;
        this.what = what;
        thread = new Thread(() -> show(tick), "tlsleak-progress");
        thread.setDaemon(true);
        if (tick != NEVER) {
            thread.start();
        }
    }

    /** A line if the output is a terminal; without one nothing is shown. */
    public static WaitingLine here(PrintWriter out, String what) {
        String safe = TerminalText.lines(what);
        return new WaitingLine(out, safe, UserConsole.isWatched() ? SECOND : NEVER);
    }

    private void show(long tick) {
        int shown = 0;
        try {
            for (int ticks = 1; !over.await(tick, TimeUnit.MILLISECONDS); ticks++) {
                String line = what + ", " + ticks * tick / SECOND + " s";
                shown = line.length();
                out.print('\r' + line);
                out.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (shown > 0) {
            out.print(String.format("\r%" + shown + "s\r", ""));
            out.flush();
        }
    }

    /** Ends the waiting: the line is gone afterwards. */
    @Override
    public void close() {
        over.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
