package io.github.tlsleak.apps.heap.redeploy;

import io.github.tlsleak.apps.heap.HeapDumper;
import java.lang.ref.SoftReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * Deploys one application again and again, each time in a class loader of its own, and stops it.
 * Each time something else is left that holds the loader. The second argument is how.
 */
public final class Container {

    /** What a library in the container keeps of applications. */
    static final List<Object> REGISTRY = new ArrayList<>();

    static final List<Class<?>> TYPES = new ArrayList<>();

    /** A thread local of the container. */
    static final ThreadLocal<Object> CURRENT = new ThreadLocal<>();

    /** The application that runs. */
    static URLClassLoader running;

    static SoftReference<Object> cached;

    /** What the container's own thread is to do next. */
    private static final class Pool extends Thread {
        private Object value;
        final CountDownLatch done = new CountDownLatch(1);

        Pool(Object value) {
            super("container-pool-1");
            this.value = value;
            setDaemon(true);
        }

        @Override
        public void run() {
            CURRENT.set(value);
            value = null;
            done.countDown();
            rest();
        }
    }

    private Container() {}

    public static void main(String[] args) throws Exception {
        for (int i = 1; i < args.length; i++) {
            deploy(args[i], i);
        }
        HeapDumper.live(args[0]);
        Runtime.getRuntime().halt(0);
    }

    private static void deploy(String how, int connections) throws Exception {
        URL classes = Container.class.getProtectionDomain().getCodeSource().getLocation();
        ClassLoader platform = ClassLoader.getSystemClassLoader().getParent();
        URLClassLoader loader = new URLClassLoader(new URL[] {classes}, platform);
        Thread.currentThread().setContextClassLoader(loader);
        Class<?> type = loader.loadClass("io.github.tlsleak.apps.heap.redeploy.WebApp");
        Object left =
                type.getMethod("start", String.class, int.class).invoke(null, how, connections);
        Thread.currentThread().setContextClassLoader(ClassLoader.getSystemClassLoader());
        keep(how, loader, left);
    }

    private static void keep(String how, URLClassLoader loader, Object left) throws Exception {
        switch (how) {
            case "running":
                running = loader;
                break;
            case "registry":
                REGISTRY.add(left);
                break;
            case "type":
                TYPES.add(left.getClass());
                break;
            case "thread local":
                Pool pool = new Pool(left);
                pool.start();
                pool.done.await();
                break;
            case "soft":
                cached = new SoftReference<>(left);
                break;
            default:
        }
    }

    static void rest() {
        try {
            Thread.sleep(Long.MAX_VALUE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
