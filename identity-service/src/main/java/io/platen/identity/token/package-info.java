/** The authorization server: clients, keys, what a token says. */
@NullMarked
package io.platen.identity.token;

import org.jspecify.annotations.NullMarked;
