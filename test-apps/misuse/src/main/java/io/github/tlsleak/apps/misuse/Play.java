package io.github.tlsleak.apps.misuse;

import io.github.tlsleak.apps.support.EngineLink;
import io.github.tlsleak.apps.support.Situation;
import io.github.tlsleak.apps.support.Stage;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes mistakes one after the other, then collects garbage until the standard input ends.
 * Arguments: {@code MISTAKE=PORT...}, classes named within this package.
 */
public final class Play {

    private static final String PACKAGE = "io.github.tlsleak.apps.misuse.";

    private Play() {}

    public static void main(String[] args) throws Exception {
        List<Object> kept = new ArrayList<>();
        for (String arg : args) {
            String[] mistake = arg.split("=");
            try {
                play(mistake[0], new MisuseStage(Integer.parseInt(mistake[1]), kept));
            } catch (Exception | LinkageError e) {
                throw new IllegalStateException(mistake[0] + ": " + e, e);
            }
        }
        EngineLink.start(Play::collect, "collects");
        Stage.done();
        // the kept objects are open to the end
        System.out.println("kept " + kept.size());
        System.exit(0);
    }

    @SuppressWarnings("unchecked")
    private static void play(String name, MisuseStage stage) throws Exception {
        Class<?> type = Class.forName(PACKAGE + name);
        ((Situation<MisuseStage>) type.getDeclaredConstructor().newInstance()).play(stage);
    }

    private static void collect() {
        while (true) {
            System.gc();
            Stage.sleep(100);
        }
    }
}
