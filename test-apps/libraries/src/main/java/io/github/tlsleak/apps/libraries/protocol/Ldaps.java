package io.github.tlsleak.apps.libraries.protocol;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;

/** UnboundID's LDAP SDK, LDAPS. */
public final class Ldaps extends ClientLibrary {

    @Override
    String dialect() {
        return "ldaps";
    }

    @Override
    Session open(Target target) throws Exception {
        return new LdapSession(
                new LDAPConnection(target.sockets(), "localhost", target.port, "cn=a", "p"));
    }

    /** An open connection. */
    static final class LdapSession implements Session {

        private final LDAPConnection connection;

        LdapSession(LDAPConnection connection) {
            this.connection = connection;
        }

        @Override
        public void use() throws LDAPException {
            connection.getEntry("cn=b");
        }

        @Override
        public void close() {
            connection.close();
        }
    }
}
