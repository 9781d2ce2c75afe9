/** What people are told, and who is told. */
@NullMarked
package io.platen.notification.notice;

import org.jspecify.annotations.NullMarked;
