@NullMarked
package io.platen.identity.publish;

import org.jspecify.annotations.NullMarked;
