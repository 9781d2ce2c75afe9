/**
 * Contracts, invoices, payments and credit.
 *
 * <p>So far the service has its database and its place in the stack; its flows follow.
 */
@NullMarked
package io.platen.billing;

import org.jspecify.annotations.NullMarked;
