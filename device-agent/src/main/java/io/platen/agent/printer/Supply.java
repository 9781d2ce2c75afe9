package io.platen.agent.printer;

import org.jspecify.annotations.Nullable;

/**
 * One supply of a printer.
 *
 * @param index row in the printer's own table
 * @param colour absent where it has none or the printer does not say
 */
public record Supply(int index, SupplyKind kind, @Nullable Colour colour, String description, Level level) {}
