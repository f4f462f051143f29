/** The other side of a TLS connection, which records what it received: the ground truth. */
package io.github.tlsleak.it.peer;
