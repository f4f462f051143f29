package io.github.tlsleak.apps.bugs;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.util.ssl.SSLSocketVerifier;
import io.github.tlsleak.apps.support.Situation;
import javax.net.ssl.SSLSocket;

// library: UnboundID LDAP SDK
// bad: unboundid-4.0.1
// good: unboundid-4.0.2
// link: https://github.com/pingidentity/ldapsdk/issues/34
// what: connection whose server the SSLSocketVerifier refuses
// peer: silent
// owner: library
// frame: com.unboundid.ldap.sdk.ConnectThread.run
// expect: LOST leak SSLSocket client x5
// expect[jdk<=18]: RESCUED leak SSLSocket client x5

/** An LDAPS connection to a server whose host name the verifier refuses. */
public final class UnboundIdRefused implements Situation<BugStage> {

    private static final String NO = "not the server that was meant";

    @Override
    public void play(BugStage stage) {
        LDAPConnectionOptions options = new LDAPConnectionOptions();
        options.setSSLSocketVerifier(new Refusing());
        LDAPConnection connection = new LDAPConnection(stage.context().getSocketFactory(), options);
        Failure.of(LDAPException.class, NO, () -> connection.connect(stage.host(), stage.port()));
        connection.close();
    }

    private static final class Refusing extends SSLSocketVerifier {
        @Override
        public void verifySSLSocket(String host, int port, SSLSocket socket) throws LDAPException {
            // makes the handshake, as the verifiers of the library do
            socket.getSession();
            throw new LDAPException(ResultCode.CONNECT_ERROR, NO);
        }
    }
}
