package io.platen.notification.letter;

import java.util.Locale;

/** A message, ready to be read. */
public record Letter(String subject, String text, String html, Locale language) {}
