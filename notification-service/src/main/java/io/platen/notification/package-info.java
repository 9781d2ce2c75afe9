/**
 * Tells people by mail what happened: {@code automation} hears of it, {@code notice} says whom it concerns, {@code outbox}
 * keeps one message for each event, person and channel, {@code sending} carries it through {@code smtp} in the words of
 * {@code letter}, {@code delivery} keeps the outcome and {@code publish} tells it. ADR 0018 says why a mail goes out at
 * most once.
 */
@NullMarked
package io.platen.notification;

import org.jspecify.annotations.NullMarked;
