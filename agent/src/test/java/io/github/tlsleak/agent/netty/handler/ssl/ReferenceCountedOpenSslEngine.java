package io.github.tlsleak.agent.netty.handler.ssl;

/** Has the name of a shaded copy of Netty's engine. */
public class ReferenceCountedOpenSslEngine {}
