package io.github.tlsleak.common.frames;

import io.github.tlsleak.common.text.DataFile;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the frame that stands for a stack without a frame of the application: that of the code that
 * called into TLS, not that of TLS itself. Immutable, thread-safe.
 */
final class Headline {

    private final LibraryPackages libraries;
    private final PackageSet jdk;
    private final PackageSet plumbing =
            new PackageSet(DataFile.lines(Headline.class, "plumbing-packages.txt"));

    Headline(LibraryPackages libraries, PackageSet jdk) {
        this.libraries = libraries;
        this.jdk = jdk;
    }

    /**
     * The frame of a library that called into TLS, else that of the JDK's code that did, else the
     * first that is no constructor.
     *
     * @param frames cleaned frames, top first, none of the application
     * @return null if there are no frames
     */
    @Nullable String of(List<String> frames) {
        String ofJdk = null;
        for (String frame : frames) {
            if (plumbing.contains(frame)) {
                continue;
            }
            if (libraries.contains(frame) || !jdk.contains(frame)) {
                return firstOfSameLibrary(frames, frame);
            }
            ofJdk = ofJdk == null ? frame : ofJdk;
        }
        return ofJdk == null ? firstMethod(frames) : ofJdk;
    }

    /**
     * The frames through which a stack without a frame of the application entered TLS: those of the
     * headline's library, from the headline on; of the JDK's code the headline alone.
     *
     * @param frames cleaned frames, top first, none of the application
     * @return a new list; empty if there are no frames
     */
    List<String> entry(List<String> frames) {
        List<String> entry = new ArrayList<>();
        String first = of(frames);
        if (first != null) {
            entry.add(first);
            for (String frame : frames.subList(frames.indexOf(first) + 1, frames.size())) {
                if (libraries.isSame(frame, first)) {
                    entry.add(frame);
                }
            }
        }
        return entry;
    }

    /** Netty's own stacks begin with its package for TLS, which is plumbing for its callers. */
    private String firstOfSameLibrary(List<String> frames, String found) {
        for (String frame : frames) {
            if (libraries.isSame(frame, found) && !isConstructor(frame)) {
                return frame;
            }
        }
        return found;
    }

    private static @Nullable String firstMethod(List<String> frames) {
        for (String frame : frames) {
            if (!isConstructor(frame)) {
                return frame;
            }
        }
        return frames.isEmpty() ? null : frames.get(0);
    }

    private static boolean isConstructor(String frame) {
        return frame.contains(".<init>(") || frame.contains(".<clinit>(");
    }
}
