package io.platen.identity.user;

import io.platen.identity.user.UserCommand.ChangeLanguage;
import io.platen.platform.command.Commands;
import io.platen.platform.problem.CommonProblem;
import io.platen.platform.problem.Rejected;
import io.platen.platform.security.Audience;
import io.platen.platform.security.Caller;
import io.platen.platform.security.OpenTo;
import io.platen.platform.web.PlainText;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Everybody chooses his own language (ID-51). */
@RestController
class MyLanguageController {

    record Choice(
            @NotBlank @Size(max = 10) @Pattern(regexp = PlainText.REGEX)
            String language) {}

    private final Commands commands;

    MyLanguageController(Commands commands) {
        this.commands = commands;
    }

    @PutMapping("/api/me/language")
    @OpenTo(Audience.SIGNED_IN)
    ResponseEntity<Void> choose(Caller caller, HttpServletRequest request, @Valid @RequestBody Choice choice) {
        if (caller.kind() == Caller.Kind.AGENT) {
            throw Rejected.of(CommonProblem.FORBIDDEN);
        }
        return commands.handle(caller, request, choice, session -> {
            session.send(new ChangeLanguage(caller.userId(), choice.language()), null);
            return ResponseEntity.noContent().build();
        });
    }
}
