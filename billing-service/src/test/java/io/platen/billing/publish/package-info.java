@NullMarked
package io.platen.billing.publish;

import org.jspecify.annotations.NullMarked;
