/** The sign-in page, passwords and the lock after failures. */
@NullMarked
package io.platen.identity.signin;

import org.jspecify.annotations.NullMarked;
