package io.platen.platform.security;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** An authenticated caller. The credentials are the token, where there is one. */
public final class CallerAuthentication extends AbstractAuthenticationToken {

    private final transient Caller caller;
    private final transient @Nullable Object token;

    @SuppressWarnings("this-escape") // Spring Security's own way to say that it is authenticated
    public CallerAuthentication(Caller caller, @Nullable Object token) {
        super(List.of());
        this.caller = caller;
        this.token = token;
        setAuthenticated(true);
    }

    public Caller caller() {
        return caller;
    }

    @Override
    public @Nullable Object getCredentials() {
        return token;
    }

    @Override
    public Object getPrincipal() {
        return caller;
    }

    @Override
    public String getName() {
        return caller.subject();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CallerAuthentication authentication && caller.equals(authentication.caller);
    }

    @Override
    public int hashCode() {
        return caller.hashCode();
    }
}
