package io.github.tlsleak.apps.misuse;

import io.github.tlsleak.apps.support.App;
import io.github.tlsleak.apps.support.EngineLink;
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
                make(mistake[0], new String[] {"127.0.0.1", mistake[1], "1.3"}, kept);
            } catch (Exception | LinkageError e) {
                throw new IllegalStateException(mistake[0] + ": " + e, e);
            }
        }
        EngineLink.start(Play::collect, "collects");
        App.done();
        // what is kept is open to the end
        System.out.println("kept " + kept.size());
        System.exit(0);
    }

    private static void make(String name, String[] args, List<Object> kept) throws Exception {
        Class<?> type = Class.forName(PACKAGE + name);
        Mistake mistake = (Mistake) type.getDeclaredConstructor().newInstance();
        mistake.make(new Place(App.of(args), kept));
    }

    private static void collect() {
        while (true) {
            System.gc();
            App.sleep(100);
        }
    }
}
