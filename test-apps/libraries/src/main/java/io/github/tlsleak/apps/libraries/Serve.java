package io.github.tlsleak.apps.libraries;

import io.github.tlsleak.apps.libraries.http.HttpServerLibrary;
import io.github.tlsleak.apps.libraries.http.Running;
import io.github.tlsleak.apps.support.Stage;

/**
 * Starts servers and says their ports. Arguments: {@code TLS SERVER...}, classes named within this
 * package. They serve until the end of the standard input.
 */
public final class Serve {

    private static final String PACKAGE = "io.github.tlsleak.apps.libraries.";

    private Serve() {}

    public static void main(String[] args) throws Exception {
        LibraryStage stage = new LibraryStage(new Tester(), args[0]);
        for (int i = 1; i < args.length; i++) {
            HttpServerLibrary library =
                    (HttpServerLibrary)
                            Class.forName(PACKAGE + args[i]).getDeclaredConstructor().newInstance();
            Running server = library.serve(stage);
            System.out.println("PORT " + args[i] + ' ' + server.port());
        }
        Stage.done();
        System.exit(0);
    }
}
