/** The current state of accounts, people and agents, written with the events. */
@NullMarked
package io.platen.identity.directory;

import org.jspecify.annotations.NullMarked;
