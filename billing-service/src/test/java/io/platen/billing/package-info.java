@NullMarked
package io.platen.billing;

import org.jspecify.annotations.NullMarked;
