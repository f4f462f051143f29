/** The Maven plugin: test JVMs get the agent, and the build fails for what it finds. */
@NullMarked
package io.github.tlsleak.maven;

import org.jspecify.annotations.NullMarked;
