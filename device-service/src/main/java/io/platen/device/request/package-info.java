/** Somebody asks for a machine that is not on his account (DEV-17 to DEV-22). */
@NullMarked
package io.platen.device.request;

import org.jspecify.annotations.NullMarked;
