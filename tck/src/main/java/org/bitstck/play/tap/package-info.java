/**
 * The wire tap: takes the connections of peers that send requests to the kit, clients under test
 * and servers that notify their application, reads them to the byte, and does to the answers what
 * happens on the wire. It knows nothing of BITS.
 */
package org.bitstck.play.tap;
