/** What the agent does with the classes of a JDK: their insides, and hooks in every class. */
package io.github.tlsleak.it.jdk;
