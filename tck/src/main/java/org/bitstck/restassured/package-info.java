/**
 * Packets as REST-assured request specifications, for tests that are written by hand. REST-assured
 * has to be on the class path; nothing else of the kit may name a class of this package.
 */
package org.bitstck.restassured;
