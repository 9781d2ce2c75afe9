/**
 * Who is who and who may do what. {@code account}, {@code user} and {@code agent} hold the aggregates and the commands on
 * them; {@code directory} is the current state beside the events; {@code signin} is the page people sign in on;
 * {@code token} is the OAuth 2.1 and OpenID Connect provider; {@code publish} tells the other services.
 */
@NullMarked
package io.platen.identity;

import org.jspecify.annotations.NullMarked;
