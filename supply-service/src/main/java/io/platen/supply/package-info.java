/**
 * Toner orders, automatic replenishment, stock and the catalogue.
 *
 * <p>So far the service has its database and its place in the stack; its flows follow.
 */
@NullMarked
package io.platen.supply;

import org.jspecify.annotations.NullMarked;
