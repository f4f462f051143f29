package io.github.tlsleak.agent.netty.handler.ssl;

/** Has the name that a shaded copy of Netty's has. */
public class ReferenceCountedOpenSslEngine {}
