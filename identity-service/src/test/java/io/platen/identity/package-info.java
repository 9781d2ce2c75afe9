@NullMarked
package io.platen.identity;

import org.jspecify.annotations.NullMarked;
