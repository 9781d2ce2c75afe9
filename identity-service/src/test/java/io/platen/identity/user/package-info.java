@NullMarked
package io.platen.identity.user;

import org.jspecify.annotations.NullMarked;
