@NullMarked
package io.platen.gateway.view;

import org.jspecify.annotations.NullMarked;
