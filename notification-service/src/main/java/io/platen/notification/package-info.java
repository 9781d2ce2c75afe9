/**
 * Mails and messages to the people concerned, by their preferences.
 *
 * <p>So far the service has its database and its place in the stack; its flows follow.
 */
@NullMarked
package io.platen.notification;

import org.jspecify.annotations.NullMarked;
