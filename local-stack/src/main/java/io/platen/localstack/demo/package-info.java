/** The demo dealer: customers, people and devices, loaded through the public API. */
@NullMarked
package io.platen.localstack.demo;

import org.jspecify.annotations.NullMarked;
