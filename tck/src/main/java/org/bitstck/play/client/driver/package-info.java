/**
 * The ways to make a client upload: a command for each upload, a long-lived driver that speaks JSON
 * lines, or somebody who does it by hand.
 */
package org.bitstck.play.client.driver;
