/** The kit as the server that notifies a server application of uploads: MC-BUP 3.3. */
package org.bitstck.play.application;
