/**
 * The suite inside a Java project's own tests: {@link org.bitstck.junit.BitsServerConformance},
 * {@link org.bitstck.junit.BitsClientConformance} and {@link
 * org.bitstck.junit.ScenarioSource @ScenarioSource}. Needs JUnit 6 on the class path, and WireMock
 * for clients; nothing else of the kit may name a class of this package.
 */
package org.bitstck.junit;
