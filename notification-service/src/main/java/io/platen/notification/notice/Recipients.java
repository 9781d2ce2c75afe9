package io.platen.notification.notice;

import io.platen.contracts.id.UserId;
import java.util.Set;

/** The people who get a message, and as what. */
public record Recipients(Audience audience, Set<UserId> people) {}
