package io.github.tlsleak.instrument;

/** Named as SunJSSE's: by the name the role is known. */
public class ClientHandshakeContext {}
