package io.github.tlsleak.agent.instrument.access;

/** Named as SunJSSE's: by the name the role is known. */
public class ClientHandshakeContext {}
