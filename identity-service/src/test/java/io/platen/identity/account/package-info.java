@NullMarked
package io.platen.identity.account;

import org.jspecify.annotations.NullMarked;
