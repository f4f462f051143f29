package io.github.tlsleak.common.frames;

import io.github.tlsleak.common.text.DataFile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the frame that is responsible for a session, and its owner. Immutable, thread-safe. */
public final class Attribution {

    private final PackageSet application;
    private final PackageSet libraries;
    private final PackageSet jdk;

    /**
     * Reads the lists of library and JDK packages.
     *
     * @param appPackages packages of the application; empty: all that are not library or JDK
     */
    public Attribution(List<String> appPackages) {
        application = new PackageSet(appPackages);
        libraries = new PackageSet(DataFile.lines(Attribution.class, "library-packages.txt"));
        jdk = new PackageSet(DataFile.lines(Attribution.class, "jdk-packages.txt"));
    }

    /**
     * Finds the responsible frame of a stack, and its owner.
     *
     * @param frames cleaned frames or class names, top first
     */
    public Result of(List<String> frames) {
        String library = null;
        for (String frame : frames) {
            if (isApplication(frame)) {
                return new Result(frame, Owner.APPLICATION, frame);
            }
            if (library == null && !isJdk(frame)) {
                library = frame;
            }
        }
        if (library != null) {
            return new Result(null, Owner.LIBRARY, library);
        }
        return new Result(null, Owner.JDK, frames.isEmpty() ? null : frames.get(0));
    }

    /** Whether a frame belongs to the application. */
    public boolean isApplication(String frame) {
        if (!application.isEmpty()) {
            return application.contains(frame);
        }
        return !libraries.contains(frame) && !isJdk(frame);
    }

    /** Frames of the agent are treated like those of the JDK: they are never responsible. */
    private boolean isJdk(String frame) {
        // libraries first: javax.mail and com.sun.mail do not belong to the JDK
        return Frames.isOfAgent(frame) || (!libraries.contains(frame) && jdk.contains(frame));
    }

    /** The responsible frame of a stack and its owner. Immutable. */
    public static final class Result {

        private final @Nullable String responsible;
        private final Owner owner;
        private final @Nullable String nearest;

        Result(@Nullable String responsible, Owner owner, @Nullable String nearest) {
            this.responsible = responsible;
            this.owner = owner;
            this.nearest = nearest;
        }

        /** The first frame of the application; null if there is none. */
        public @Nullable String responsible() {
            return responsible;
        }

        /** Whose code opened the session. */
        public Owner owner() {
            return owner;
        }

        /** The responsible frame, else the first library frame, else the top; null: no stack. */
        public @Nullable String nearest() {
            return nearest;
        }
    }
}
