package io.github.tlsleak.apps.bugs;

import io.github.tlsleak.apps.support.App;
import javax.net.ssl.SSLContext;

/**
 * Makes an attempt some times, then collects garbage. Arguments: {@code HOST PORT TIMES ATTEMPT},
 * the class named within this package.
 */
public final class Repeat {

    private Repeat() {}

    public static void main(String[] args) throws Exception {
        int times = Integer.parseInt(args[2]);
        Established established = new Established();
        SSLContext context = established.context();
        SSLContext.setDefault(context);
        Target target = new Target(args[0], Integer.parseInt(args[1]), context, established);
        Attempt attempt =
                Class.forName(Repeat.class.getPackage().getName() + '.' + args[3])
                        .asSubclass(Attempt.class)
                        .getDeclaredConstructor()
                        .newInstance();
        for (int i = 0; i < times; i++) {
            attempt.make(target);
        }
        int sessions = established.sessions().length;
        if (sessions != times) {
            throw new IllegalStateException(sessions + " sessions were made");
        }
        if (attempt.forgets()) {
            App.awaitCollected(established.sessions());
        }
        App.done();
    }
}
