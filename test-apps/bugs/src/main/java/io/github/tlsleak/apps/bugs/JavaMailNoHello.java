package io.github.tlsleak.apps.bugs;

import io.github.tlsleak.apps.support.Situation;
import javax.mail.MessagingException;
import javax.mail.Transport;

// library: JavaMail
// bad: javamail-1.4.3
// good: javamail-1.4.4
// link: https://github.com/jakartaee/mail-api/issues/10
// what: SMTPS connection that fails before the login
// peer: smtp
// owner: application
// frame: com.sun.mail.util.SocketFetcher.createSocket
// expect: RESCUED leak SSLSocket client x5

/**
 * A mail transport that the server turns away after its greeting. In the issue the greeting came
 * too late. The same missing finally leaked the connection. A finalizer of the library closes it.
 */
public final class JavaMailNoHello implements Situation<BugStage> {

    @Override
    public void play(BugStage stage) throws MessagingException {
        Transport transport = Mail.session(stage, "smtps").getTransport("smtps");
        Failure.of(
                MessagingException.class,
                "500 not now",
                () -> transport.connect(stage.host(), stage.port(), "u", "p"));
        transport.close();
    }
}
