package io.github.tlsleak.apps.misuse;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import io.github.tlsleak.apps.support.Situation;

// peer: ldaps
// options: threshold=2s
// class: com.unboundid.ldap.sdk.ConnectThread
// saw: nothing x3
// expect: OPEN notice SSLSocket client x3

/** UnboundID: a connection is not closed, and its reader thread holds it. */
public final class LdapNotClosed implements Situation<MisuseStage> {

    @Override
    public void play(MisuseStage stage) throws LDAPException {
        for (int i = 0; i < 3; i++) {
            new LDAPConnection(stage.factory(), "localhost", stage.port()).bind("cn=a", "p");
        }
    }
}
