package io.github.tlsleak.common.frames;

import io.github.tlsleak.common.text.DataFile;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the frame that is responsible for a session, the headline frame, and the owner. Immutable,
 * thread-safe.
 */
public final class Attribution {

    private static final LibraryPackages LIBRARIES = new LibraryPackages();
    private static final PackageSet JDK =
            new PackageSet(DataFile.lines(Attribution.class, "jdk-packages.txt"));
    private static final Headline HEADLINE = new Headline(LIBRARIES, JDK);

    /**
     * Methods in which an application makes or wraps sockets and engines for a library. Their
     * frames stand above those of the library that called them.
     */
    private static final Set<String> FACTORIES =
            new HashSet<>(
                    Arrays.asList(
                            "<init>", "createSocket", "createSSLEngine", "engineCreateSSLEngine"));

    private final PackageSet application;
    private final PackageSet program;
    private final CallPath path = new CallPath(this, HEADLINE);

    /**
     * An attribution that does not know the program of the JVM.
     *
     * @param appPackages packages of the application; empty: all that are not library or JDK
     */
    public Attribution(List<String> appPackages) {
        this(appPackages, null);
    }

    /**
     * The program that a JVM runs is its application, even where it is known as a library, unless
     * packages are given.
     *
     * @param appPackages packages of the application; empty: all that are not library or JDK
     * @param mainClass name of the JVM's main class; null if it is not known
     */
    public Attribution(List<String> appPackages, @Nullable String mainClass) {
        application = new PackageSet(appPackages);
        program =
                new PackageSet(
                        application.isEmpty()
                                ? MainProgram.packages(mainClass, LIBRARIES)
                                : Collections.<String>emptyList());
    }

    /**
     * Finds the responsible frame of a stack, its headline, and its owner.
     *
     * @param frames cleaned frames or class names, top first
     */
    public Result of(List<String> frames) {
        boolean library = false;
        for (String frame : frames) {
            if (isApplication(frame)) {
                return new Result(frame, Owner.APPLICATION, frame);
            }
            library |= !isJdk(frame);
        }
        Owner owner = library ? Owner.LIBRARY : Owner.JDK;
        return new Result(null, owner, HEADLINE.of(frames));
    }

    /**
     * The calls that name the site of a stack: those of the application, by class and method, the
     * responsible one first; without one, those of the library that called into TLS.
     *
     * @param frames cleaned frames, top first
     * @return a new list; empty if there are no frames
     */
    public List<String> path(List<String> frames) {
        return path.of(frames, of(frames).responsible());
    }

    /** Whether a frame belongs to the application. */
    public boolean isApplication(String frame) {
        if (!application.isEmpty()) {
            return application.contains(frame);
        }
        return program.contains(frame) || (!LIBRARIES.contains(frame) && !isJdk(frame));
    }

    /**
     * The frames above the first frame of the application: those of the code that it called. The
     * callers below it do not count.
     *
     * @param frames cleaned frames, top first
     * @return all frames if the application has none
     */
    public List<String> creators(List<String> frames) {
        for (int i = 0; i < frames.size(); i++) {
            String frame = frames.get(i);
            if (isApplication(frame) && !isFactory(frame)) {
                return frames.subList(0, i);
            }
        }
        return frames;
    }

    /** Whether a frame is of a method that makes sockets or engines for whoever calls it. */
    public static boolean isFactory(String frame) {
        int paren = frame.indexOf('(');
        int end = paren < 0 ? frame.length() : paren;
        return FACTORIES.contains(frame.substring(frame.lastIndexOf('.', end) + 1, end));
    }

    /** The package of the known library that a frame belongs to; null if it is none's. */
    public static @Nullable String library(String frame) {
        return LIBRARIES.entry(frame);
    }

    /** Frames of the agent are treated like those of the JDK: they are never responsible. */
    private boolean isJdk(String frame) {
        // libraries first: javax.mail and com.sun.mail do not belong to the JDK
        return Frames.isOfAgent(frame) || (!LIBRARIES.contains(frame) && JDK.contains(frame));
    }

    /** The responsible frame of a stack, its headline and its owner. Immutable. */
    public static final class Result {

        private final @Nullable String responsible;
        private final Owner owner;
        private final @Nullable String headline;

        Result(@Nullable String responsible, Owner owner, @Nullable String headline) {
            this.responsible = responsible;
            this.owner = owner;
            this.headline = headline;
        }

        /** The first frame of the application; null if there is none. */
        public @Nullable String responsible() {
            return responsible;
        }

        /** Whose code opened the session. */
        public Owner owner() {
            return owner;
        }

        /**
         * The frame that stands for the stack: the responsible one, else that of the library or JDK
         * code that called into TLS; null if there is no stack.
         */
        public @Nullable String headline() {
            return headline;
        }
    }
}
