package io.github.tlsleak.apps.attach;

import java.util.ArrayList;
import java.util.List;

/**
 * Holds that many megabytes in small objects, so that a heap dump takes a while. Waits for the end
 * of its standard input.
 */
public final class FullHeap {

    private static final int PER_MEGABYTE = 30_000;

    private static final List<int[]> HELD = new ArrayList<>();

    private FullHeap() {}

    public static void main(String[] args) throws Exception {
        for (int i = 0; i < Integer.parseInt(args[0]) * PER_MEGABYTE; i++) {
            HELD.add(new int[4]);
        }
        Idle.main(args);
        System.out.println(HELD.size());
    }
}
