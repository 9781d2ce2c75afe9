/** The published language: what services tell each other and nothing else. */
@NullMarked
package io.platen.contracts;

import org.jspecify.annotations.NullMarked;
