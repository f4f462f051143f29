package io.github.tlsleak.common.verdict;

import org.jspecify.annotations.Nullable;

/**
 * The sentences of a report: what happened, why it matters, how to fix it. They stand in {@link
 * VerdictTable}; a {@link Detail} may replace some. Stateless, thread-safe.
 */
public final class VerdictText {

    private VerdictText() {}

    /**
     * What happened. The text stands behind the verdict's name.
     *
     * @param verdict the verdict
     * @param resource what held the session
     * @return a part of a sentence, without the resource's name
     */
    public static String what(Verdict verdict, Resource resource) {
        return VerdictTable.row(verdict, resource).what;
    }

    /**
     * Why it matters.
     *
     * @param verdict the verdict
     * @param resource what held the session
     * @return a sentence
     */
    public static String why(Verdict verdict, Resource resource) {
        return VerdictTable.row(verdict, resource).why.of(resource);
    }

    /**
     * How to fix it.
     *
     * @param verdict the verdict
     * @param resource what held the session
     * @return an instruction
     */
    public static String fix(Verdict verdict, Resource resource) {
        return VerdictTable.row(verdict, resource).fix.of(resource);
    }

    /**
     * As {@link #what(Verdict, Resource)}, in the words of the detail if that has any.
     *
     * @param detail what is special about the finding
     * @param closer the class whose finalizer closed it
     */
    public static String what(
            Verdict verdict, Resource resource, @Nullable Detail detail, @Nullable String closer) {
        String special = detail == null ? null : detail.what(closer);
        return special == null ? what(verdict, resource) : special;
    }

    /** As {@link #why(Verdict, Resource)}, in the words of the detail if that has any. */
    public static String why(Verdict verdict, Resource resource, @Nullable Detail detail) {
        String special = detail == null ? null : detail.why();
        return special == null ? why(verdict, resource) : special;
    }

    /** As {@link #fix(Verdict, Resource)}, in the words of the detail if that has any. */
    public static String fix(Verdict verdict, Resource resource, @Nullable Detail detail) {
        String special = detail == null ? null : detail.fix();
        return special == null ? fix(verdict, resource) : special;
    }
}
