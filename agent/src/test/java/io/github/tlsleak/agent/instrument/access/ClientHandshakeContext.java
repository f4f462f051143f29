package io.github.tlsleak.agent.instrument.access;

/** Has the name of SunJSSE's class, by which the role in a handshake is known. */
public class ClientHandshakeContext {}
