package io.platen.platform.command;

/** An answer with a part that is told once and kept nowhere: a repeat of the command gets the rest. */
public interface ToldOnce {

    /** What is stored, and told again. */
    Object toldAgain();
}
