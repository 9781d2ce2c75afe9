/** The stack seen from outside: signing in and calling the public API. */
@NullMarked
package io.platen.localstack.access;

import org.jspecify.annotations.NullMarked;
