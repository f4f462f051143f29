/** Report files of a made fleet: a week of several services, for pictures and for tests. */
package io.github.tlsleak.it.fleet.week;
