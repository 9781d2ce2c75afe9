/** What is passed on to a service, and how a failing one is cut off. */
@NullMarked
package io.platen.gateway.route;

import org.jspecify.annotations.NullMarked;
