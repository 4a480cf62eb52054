/** Many uploads at once through a server under test, each judged by the rules of the suite. */
package org.bitstck.load;
