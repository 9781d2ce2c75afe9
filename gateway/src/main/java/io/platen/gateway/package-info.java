/**
 * The only door. Commands pass on to the service that decides ({@code route}); queries are answered from the synchronised
 * view ({@code view}, {@code read}) and followed live ({@code live}); {@code session} knows the caller.
 */
@NullMarked
package io.platen.gateway;

import org.jspecify.annotations.NullMarked;
