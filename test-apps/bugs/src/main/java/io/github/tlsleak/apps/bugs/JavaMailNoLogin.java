package io.github.tlsleak.apps.bugs;

import io.github.tlsleak.apps.support.Situation;
import javax.mail.MessagingException;
import javax.mail.Store;

// library: JavaMail
// bad: javamail-1.4.5
// good: javamail-1.4.6
// link: https://github.com/jakartaee/mail-api/issues/28
// what: IMAPS connection on which the server offers no way to log in
// peer: imap
// owner: application
// frame: com.sun.mail.util.SocketFetcher.createSocket
// expect: RESCUED leak SSLSocket client x5

/**
 * A mail store on a server that offers no login. A finalizer of the library closes the connection.
 */
public final class JavaMailNoLogin implements Situation<BugStage> {

    @Override
    public void play(BugStage stage) throws MessagingException {
        Store store = Mail.session(stage, "imaps").getStore("imaps");
        Failure.of(
                MessagingException.class,
                "No login methods supported",
                () -> store.connect(stage.host(), stage.port(), "u", "p"));
        store.close();
    }
}
