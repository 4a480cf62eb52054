/**
 * The kit as the application that a BITS server notifies of a complete upload: MC-BUP 3.4. It
 * stands behind the wire tap and records each notification as it came.
 */
package org.bitstck.play.server.application;
