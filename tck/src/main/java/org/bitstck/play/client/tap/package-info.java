/**
 * The wire tap: takes the connections of clients under test, reads their requests to the byte, and
 * does to the answers what happens on the wire. It knows nothing of BITS.
 */
package org.bitstck.play.client.tap;
