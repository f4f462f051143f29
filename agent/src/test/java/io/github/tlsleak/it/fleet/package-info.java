/** What a platform team sees of tlsleak: metrics by JMX, and a real Prometheus over them. */
package io.github.tlsleak.it.fleet;
