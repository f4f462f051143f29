package io.github.tlsleak.apps.support;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * The key of all test programs, with a certificate for localhost, and the trust in it. Programs
 * that cannot use elliptic curves take the other key.
 */
public final class Keys {

    /** The password of the store and of the key in it. */
    public static final String PASSWORD = "changeit";

    private Keys() {}

    public static KeyStore store() {
        return store("keystore.p12");
    }

    /** The other key, an RSA key. */
    public static KeyStore rsa() {
        return store("rsa.p12");
    }

    private static KeyStore store(String name) {
        try (InputStream in = Keys.class.getResourceAsStream(name)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, PASSWORD.toCharArray());
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The certificate as text, in PEM. */
    public static String pem() throws GeneralSecurityException {
        KeyStore store = store();
        byte[] certificate = store.getCertificate(store.aliases().nextElement()).getEncoded();
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder().encodeToString(certificate)
                + "\n-----END CERTIFICATE-----\n";
    }

    public static KeyManagerFactory keys() throws GeneralSecurityException {
        return keys(store());
    }

    public static KeyManagerFactory keys(KeyStore store) throws GeneralSecurityException {
        KeyManagerFactory keys =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        return keys;
    }

    /** The trust in both keys' certificates. */
    public static TrustManagerFactory trust() throws GeneralSecurityException {
        TrustManagerFactory trust =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        KeyStore both = store();
        KeyStore rsa = rsa();
        both.setCertificateEntry("rsa", rsa.getCertificate(rsa.aliases().nextElement()));
        trust.init(both);
        return trust;
    }

    /** Initialises a context with the key and the trust. */
    public static SSLContext init(SSLContext context) {
        try {
            context.init(keys().getKeyManagers(), trust().getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
