package io.github.tlsleak.agent.track;

import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/**
 * A record that is the phantom reference of the object it follows, with a weak companion.
 *
 * <p>The weak reference is cleared before finalizers run and so is the first sign of "unreachable";
 * the phantom comes after them, and the record stays in the table until then, so that a hook that
 * runs inside a finalizer still finds it. Hash and equality are those of identity.
 */
public abstract class Tracked extends PhantomReference<Object> implements Followed {

    public final Weak weak;
    final int hash;

    /** The next record of the same chain; {@link IdentityTable} writes it. */
    volatile @Nullable Tracked next;

    public Tracked(@Nullable Object object, @Nullable ReferenceQueue<Object> queue) {
        super(object, queue);
        weak = new Weak(object, queue, this);
        hash = System.identityHashCode(object);
    }

    final boolean follows(Object object) {
        return weak.get() == object;
    }

    public final boolean isUnreachable() {
        return weak.get() == null;
    }

    @Override
    public final int hashCode() {
        return hash;
    }

    @Override
    public final boolean equals(Object other) {
        return this == other;
    }

    /** The companion; leads from the queue back to the record. */
    public static final class Weak extends WeakReference<Object> {
        public final Tracked owner;

        Weak(@Nullable Object object, @Nullable ReferenceQueue<Object> queue, Tracked owner) {
            super(object, queue);
            this.owner = owner;
        }
    }
}
