/** The harness of every service's tests: real PostgreSQL and Kafka, tokens, time, golden files, common rules. */
@NullMarked
package io.platen.platform.testing;

import org.jspecify.annotations.NullMarked;
