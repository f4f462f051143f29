package io.github.tlsleak.apps.bugs;

import io.github.tlsleak.apps.support.Situation;
import io.github.tlsleak.apps.support.Stage;
import javax.net.ssl.SSLContext;

/**
 * Plays one situation several times, then collects garbage. Arguments: {@code HOST PORT TIMES
 * SITUATION RELEASE}. The situation is the name of a class in this package, the release is {@code
 * bad} or {@code good}.
 */
public final class Repeat {

    private Repeat() {}

    public static void main(String[] args) throws Exception {
        int times = Integer.parseInt(args[2]);
        Established established = new Established();
        SSLContext context = established.context();
        SSLContext.setDefault(context);
        BugStage stage =
                new BugStage(
                        args[0],
                        Integer.parseInt(args[1]),
                        context,
                        established,
                        args[4].equals("good"));
        Situation<BugStage> situation = make(args[3]);
        for (int i = 0; i < times; i++) {
            situation.play(stage);
        }
        int sessions = established.sessions().length;
        if (sessions != times && !stage.isCountingAlone()) {
            throw new IllegalStateException(sessions + " sessions were made");
        }
        if (!stage.isKeepingSessions()) {
            Stage.awaitCollected(established.sessions());
        }
        Stage.done();
        if (stage.isKeepingSessions()) {
            // the library lives on, and its threads would keep the JVM
            System.exit(0);
        }
    }

    @SuppressWarnings("unchecked")
    private static Situation<BugStage> make(String name) throws ReflectiveOperationException {
        Class<?> type = Class.forName(Repeat.class.getPackage().getName() + '.' + name);
        return (Situation<BugStage>) type.getDeclaredConstructor().newInstance();
    }
}
