/**
 * Contracts, usage and invoices. Domain: {@code contract} (what was agreed, what a period costs), {@code usage} (read by
 * read), {@code invoice}. Use cases: {@code activate} a contract, {@code issue} a usage invoice. {@code automation} follows
 * meter-service; {@code ledger} keeps its reads, {@code directory} what must be unique; {@code publish} turns stored events
 * into published ones.
 */
@NullMarked
package io.platen.billing;

import org.jspecify.annotations.NullMarked;
