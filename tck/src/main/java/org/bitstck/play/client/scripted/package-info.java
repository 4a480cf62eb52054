/** What a correct BITS server answers, and what a script makes of it: no sockets, no clock. */
package org.bitstck.play.client.scripted;
