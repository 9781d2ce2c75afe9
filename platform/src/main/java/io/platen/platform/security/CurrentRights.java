package io.platen.platform.security;

import java.util.Optional;

/** What a service that keeps people's rights itself knows better than a token, which may be a quarter of an hour old. */
@FunctionalInterface
public interface CurrentRights {

    /**
     * @param said as the token has it
     * @return the caller as he is now; empty for one who may not do anything any more
     */
    Optional<Caller> of(Caller said);
}
