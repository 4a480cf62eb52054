/**
 * What the kit costs, as processes that start and end: {@code tck/benchmarks/run}. Compiled with
 * the tests, never run with them.
 */
package org.bitstck.benchmarks;
