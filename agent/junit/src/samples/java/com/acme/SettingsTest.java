package com.acme;

import io.github.tlsleak.junit.CheckAfter;
import io.github.tlsleak.junit.FailOn;
import io.github.tlsleak.junit.NoTlsLeaks;
import java.net.Socket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What the annotation can say. */
class SettingsTest {

    private static SSLSocket kept;

    /** Nobody asks: not guarded. */
    @Test
    void unguarded() throws Exception {
        Tls.connect();
    }

    @Test
    @NoTlsLeaks
    void guardedAlone() throws Exception {
        Tls.connect();
    }

    @Test
    @NoTlsLeaks(open = true)
    void keepsOpen() throws Exception {
        kept = Tls.connect();
    }

    /** A defect is no leak. */
    @Test
    @NoTlsLeaks
    void defect() throws Exception {
        undercut();
    }

    @Test
    @NoTlsLeaks(severity = FailOn.DEFECT)
    void defectForbidden() throws Exception {
        undercut();
    }

    /** The TCP connection is closed under an established session. */
    private static void undercut() throws Exception {
        Socket tcp = new Socket("localhost", Tls.port());
        SSLSocket socket =
                (SSLSocket)
                        Tls.shared()
                                .getSocketFactory()
                                .createSocket(tcp, "localhost", Tls.port(), true);
        socket.startHandshake();
        tcp.close();
    }

    /** Checked once: the class fails, and names the test. */
    @Nested
    @NoTlsLeaks(check = CheckAfter.CLASS)
    class Once {

        @Test
        void forgets() throws Exception {
            Tls.connect();
        }

        @Test
        void closes() throws Exception {
            Tls.connect().close();
        }
    }
}
