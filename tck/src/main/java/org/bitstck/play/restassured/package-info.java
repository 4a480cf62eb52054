/**
 * The second, independent HTTP stack. Its libraries lie beside the kit and are loaded only when
 * this transport is asked for; nothing else of the kit may name a class of this package.
 */
package org.bitstck.play.restassured;
