package io.platen.identity.signin;

import io.platen.contracts.id.UserId;
import io.platen.identity.directory.Directory;
import io.platen.identity.user.EmailAddress;
import io.platen.identity.user.SignInJournal;
import io.platen.identity.user.UserCommand.RecordSignIn;
import io.platen.identity.user.UserCommand.SignInOutcome;
import java.time.Clock;
import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.userdetails.User;
import org.springframework.stereotype.Component;

/** Checks name and password; the principal's name is the user id from here on. */
@Component
class PasswordSignIn implements AuthenticationProvider {

    private final Directory directory;
    private final Credentials credentials;
    private final SignInThrottle throttle;
    private final SignInJournal journal;
    private final Clock clock;

    PasswordSignIn(
            Directory directory, Credentials credentials, SignInThrottle throttle, SignInJournal journal, Clock clock) {
        this.directory = directory;
        this.credentials = credentials;
        this.throttle = throttle;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        var userName = EmailAddress.lenient(attempt.getName()).orElseThrow(PasswordSignIn::mismatch);
        var password = String.valueOf(attempt.getCredentials());
        var admission = throttle.admit(userName);
        if (admission == SignInThrottle.Admission.LOCKED) {
            throw new LockedException("LOGIN_LOCKED");
        }
        var user = directory
                .personByEmail(userName)
                .filter(Directory.Person::active)
                .map(Directory.Person::id);
        if (!credentials.matches(user, password)) {
            user.ifPresent(id -> {
                record(id, SignInOutcome.FAILED);
                if (admission == SignInThrottle.Admission.LAST) {
                    record(id, SignInOutcome.LOCKED);
                }
            });
            throw mismatch();
        }
        var id = user.orElseThrow();
        throttle.succeeded(userName);
        record(id, SignInOutcome.SIGNED_IN);
        var factor = FactorGrantedAuthority.fromAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY);
        var signedIn = UsernamePasswordAuthenticationToken.authenticated(
                new User(id.toString(), "", List.of()), null, List.of(factor));
        signedIn.setDetails(attempt.getDetails());
        return signedIn;
    }

    private void record(UserId user, SignInOutcome outcome) {
        journal.enter(new RecordSignIn(user, outcome, clock.instant()));
    }

    private static BadCredentialsException mismatch() {
        return new BadCredentialsException("INVALID_CREDENTIALS");
    }
}
