package io.platen.agent.printer;

/** The colours a printer is refilled with; other inks (light, grey, gloss) have none. */
public enum Colour {
    BLACK,
    CYAN,
    MAGENTA,
    YELLOW
}
