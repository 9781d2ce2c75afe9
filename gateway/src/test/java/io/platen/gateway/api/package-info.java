@NullMarked
package io.platen.gateway.api;

import org.jspecify.annotations.NullMarked;
