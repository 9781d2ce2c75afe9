/** Tests. */
@NullMarked
package io.platen.platform.web;

import org.jspecify.annotations.NullMarked;
