@NullMarked
package io.platen.billing.usage;

import org.jspecify.annotations.NullMarked;
