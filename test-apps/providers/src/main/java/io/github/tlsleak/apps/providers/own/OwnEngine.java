package io.github.tlsleak.apps.providers.own;

import io.github.tlsleak.apps.wrap.DelegatingEngine;
import java.io.IOException;
import java.nio.ByteBuffer;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSession;
import org.bouncycastle.tls.TlsProtocol;

/**
 * An engine of a provider that the agent does not know, for one thread. One unwrap takes one
 * record.
 */
final class OwnEngine extends DelegatingEngine {

    private static final int HEADER = 5;

    private OwnRole role;
    private TlsProtocol protocol;
    private boolean finishedTold;

    OwnEngine(boolean trusting) {
        super(null);
        role = new OwnClient(trusting);
    }

    @Override
    public void setUseClientMode(boolean mode) {
        if (!mode) {
            role = new OwnServer();
        }
    }

    @Override
    public boolean getUseClientMode() {
        return role.isClient();
    }

    @Override
    public void setEnabledProtocols(String[] protocols) {
        role.restrict(protocols);
    }

    @Override
    public SSLSession getSession() {
        return role.session();
    }

    @Override
    public Runnable getDelegatedTask() {
        return null;
    }

    @Override
    public void beginHandshake() throws SSLException {
        if (protocol == null) {
            tell(() -> protocol = role.start());
        }
    }

    @Override
    public SSLEngineResult wrap(ByteBuffer[] sources, int offset, int length, ByteBuffer out)
            throws SSLException {
        beginHandshake();
        int consumed = 0;
        if (role.isComplete() && !protocol.isClosed()) {
            for (int i = offset; i < offset + length; i++) {
                byte[] data = new byte[sources[i].remaining()];
                sources[i].get(data);
                consumed += data.length;
                tell(() -> protocol.writeApplicationData(data, 0, data.length));
            }
        }
        int produced = Math.min(protocol.getAvailableOutputBytes(), out.remaining());
        byte[] records = new byte[produced];
        protocol.readOutput(records, 0, produced);
        out.put(records);
        return result(consumed, produced);
    }

    @Override
    public SSLEngineResult unwrap(ByteBuffer in, ByteBuffer[] targets, int offset, int length)
            throws SSLException {
        beginHandshake();
        int size = protocol.isClosed() ? 0 : recordSize(in);
        if (size > in.remaining()) {
            return new SSLEngineResult(Status.BUFFER_UNDERFLOW, getHandshakeStatus(), 0, 0);
        }
        byte[] read = new byte[size];
        in.get(read);
        if (size > 0) {
            tell(() -> protocol.offerInput(read));
        }
        byte[] data = new byte[protocol.getAvailableInputBytes()];
        protocol.readInput(data, 0, data.length);
        targets[offset].put(data);
        return result(size, data.length);
    }

    private static int recordSize(ByteBuffer in) {
        return in.remaining() < HEADER
                ? HEADER
                : HEADER + (in.getShort(in.position() + HEADER - 2) & 0xffff);
    }

    private SSLEngineResult result(int consumed, int produced) {
        HandshakeStatus handshake = getHandshakeStatus();
        if (handshake == HandshakeStatus.NOT_HANDSHAKING && role.isComplete() && !finishedTold) {
            finishedTold = true;
            handshake = HandshakeStatus.FINISHED;
        }
        Status status = protocol.isClosed() ? Status.CLOSED : Status.OK;
        return new SSLEngineResult(status, handshake, consumed, produced);
    }

    @Override
    public HandshakeStatus getHandshakeStatus() {
        if (protocol == null) {
            return HandshakeStatus.NOT_HANDSHAKING;
        }
        if (protocol.getAvailableOutputBytes() > 0) {
            return HandshakeStatus.NEED_WRAP;
        }
        return role.isComplete() || protocol.isClosed()
                ? HandshakeStatus.NOT_HANDSHAKING
                : HandshakeStatus.NEED_UNWRAP;
    }

    @Override
    public void closeOutbound() {
        try {
            protocol.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void closeInbound() throws SSLException {
        tell(() -> protocol.closeInput());
    }

    @Override
    public boolean isOutboundDone() {
        return protocol.isClosed() && protocol.getAvailableOutputBytes() == 0;
    }

    @Override
    public boolean isInboundDone() {
        return protocol.isClosed();
    }

    private static void tell(Call call) throws SSLException {
        try {
            call.run();
        } catch (IOException e) {
            throw new SSLException(e);
        }
    }

    /** The data that the protocol is given. */
    private interface Call {
        void run() throws IOException;
    }
}
