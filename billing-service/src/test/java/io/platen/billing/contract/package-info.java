@NullMarked
package io.platen.billing.contract;

import org.jspecify.annotations.NullMarked;
