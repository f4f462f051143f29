package io.github.tlsleak.apps.bad;

import io.github.tlsleak.apps.support.Stage;
import java.io.FilePermission;
import java.lang.ref.WeakReference;
import java.security.Permission;
import javax.net.ssl.SSLSocket;

// jdk: 8-23
// jvm[jdk>=12]: -Djava.security.manager=allow
// peer: server await
// saw: eof
// saw[jdk>=9,jdk<=18]: close_notify
// saw[jdk<=8]: any
// expect: LOST leak SSLSocket client
// expect[jdk<=18]: RESCUED leak SSLSocket client

/**
 * The program forbids all code on the stack to write files, to start processes and to add shutdown
 * hooks. Then it leaks. SecurityManager is gone in JDK 24 (JEP 486).
 */
@SuppressWarnings({"deprecation", "removal"})
public final class SetsSecurityManager {
    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        System.setSecurityManager(new Strict());
        Stage.awaitCollected(session(stage));
        Stage.done();
    }

    private static WeakReference<SSLSocket> session(Stage stage) throws Exception {
        SSLSocket socket = stage.ping(stage.factory().createSocket(stage.host(), stage.port()));
        return new WeakReference<>(socket);
    }

    private static final class Strict extends SecurityManager {
        @Override
        public void checkPermission(Permission permission) {
            boolean file = permission instanceof FilePermission;
            if (file && permission.getActions().matches(".*(write|delete|execute).*")) {
                throw new SecurityException("no " + permission);
            }
            if (permission.getName().matches("shutdownHooks|setIO|setSecurityManager")) {
                throw new SecurityException("no " + permission);
            }
        }
    }
}
