@NullMarked
package io.platen.gateway.session;

import org.jspecify.annotations.NullMarked;
