package io.github.tlsleak.apps.libraries.protocol;

import com.unboundid.ldap.sdk.ExtendedResult;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.extensions.StartTLSExtendedRequest;

/** UnboundID's LDAP SDK, StartTLS. */
public final class LdapStartTls extends ClientLibrary {

    @Override
    String dialect() {
        return "ldap";
    }

    @Override
    Session open(Target target) throws Exception {
        LDAPConnection connection = new LDAPConnection("localhost", target.port);
        try {
            ExtendedResult result =
                    connection.processExtendedOperation(
                            new StartTLSExtendedRequest(target.context()));
            if (!result.getResultCode().equals(ResultCode.SUCCESS)) {
                throw new LDAPException(result);
            }
            connection.bind("cn=a", "p");
        } catch (LDAPException e) {
            connection.close();
            throw e;
        }
        return new Ldaps.LdapSession(connection);
    }
}
