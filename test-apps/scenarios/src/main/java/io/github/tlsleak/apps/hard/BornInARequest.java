package io.github.tlsleak.apps.hard;

import io.github.tlsleak.apps.support.Stage;
import java.lang.ref.WeakReference;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import javax.net.ssl.SSLContext;

/**
 * A container runs a request in a thread group of its own, with an inherited thread-local and the
 * class loader of a web application. That thread is the first to use TLS. Then the group is
 * interrupted and destroyed, and another thread drops ten engines. The agent must not keep what the
 * thread held, and must report 11 engines.
 */
public final class BornInARequest {

    private static final InheritableThreadLocal<Object> CURRENT = new InheritableThreadLocal<>();

    private static WeakReference<?> request;
    private static WeakReference<?> loader;

    private BornInARequest() {}

    public static void main(String[] args) throws Exception {
        ThreadGroup group = new ThreadGroup("job");
        run(group);
        group.interrupt();
        Stage.sleep(700);
        destroy(group);
        Stage.awaitCollected(request, loader);
        System.out.println("REQUEST AND LOADER GONE");
        SSLContext context = Engines.context();
        Stage.awaitCollected(Engines.dropped(context, 10));
        Stage.done();
    }

    private static void run(ThreadGroup group) throws InterruptedException {
        Thread thread = new Thread(group, BornInARequest::request, "request-1");
        ClassLoader web = new URLClassLoader(new URL[0], BornInARequest.class.getClassLoader());
        loader = new WeakReference<>(web);
        thread.setContextClassLoader(web);
        thread.start();
        thread.join();
    }

    private static void request() {
        Object value = new byte[1 << 16];
        request = new WeakReference<>(value);
        CURRENT.set(value);
        try {
            Engines.dropped(Engines.context(), 1);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            CURRENT.remove();
        }
    }

    /** Destroys the group, on JDKs that can do so. The group must have no thread then. */
    private static void destroy(ThreadGroup group) throws Exception {
        Thread[] in = new Thread[8];
        System.out.println("IN THE GROUP " + group.enumerate(in));
        try {
            ThreadGroup.class.getMethod("destroy").invoke(group);
        } catch (NoSuchMethodException e) {
            // the group is gone
            return;
        } catch (InvocationTargetException e) {
            System.out.println("NOT DESTROYED " + e.getCause());
        }
    }
}
