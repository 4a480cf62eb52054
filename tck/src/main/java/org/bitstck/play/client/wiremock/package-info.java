/**
 * WireMock, which says what a correct BITS server or a script wants to be said. Its jar lies beside
 * the kit and is loaded only when a client is tested; nothing else of the kit may name a class of
 * this package.
 */
package org.bitstck.play.client.wiremock;
