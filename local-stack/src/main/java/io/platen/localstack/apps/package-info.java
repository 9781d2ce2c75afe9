/** The services: their jars, their start-up caches and their processes. */
@NullMarked
package io.platen.localstack.apps;

import org.jspecify.annotations.NullMarked;
