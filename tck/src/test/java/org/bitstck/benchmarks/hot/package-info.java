/** What a run does most often, measured warm by JMH. */
package org.bitstck.benchmarks.hot;
