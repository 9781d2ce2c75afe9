package io.platen.identity.agent;

import io.platen.contracts.access.Function;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.AgentId;
import io.platen.identity.IdentityProblem;
import io.platen.identity.agent.AgentCommand.RegisterAgent;
import io.platen.identity.directory.Directory;
import io.platen.identity.token.Clients;
import io.platen.platform.command.Commands;
import io.platen.platform.command.ToldOnce;
import io.platen.platform.problem.Rejected;
import io.platen.platform.security.Caller;
import io.platen.platform.security.RequiresFunction;
import io.platen.platform.web.PlainText;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Registers device agents and hands out their credentials. */
@RestController
class AgentController {

    record NewAgent(
            @NotNull AccountId accountId,

            @NotBlank @Size(max = 100) @Pattern(regexp = PlainText.REGEX)
            String name) {}

    /** The secret is shown here and nowhere else; the answer to a repeat has none. */
    record Credentials(
            AgentId id, String clientId, @Nullable String clientSecret) implements ToldOnce {

        @Override
        public Credentials toldAgain() {
            return new Credentials(id, clientId, null);
        }

        @Override
        public String toString() {
            return "Credentials[" + clientId + "]";
        }
    }

    private final Commands commands;
    private final Directory directory;
    private final Clients clients;

    AgentController(Commands commands, Directory directory, Clients clients) {
        this.commands = commands;
        this.directory = directory;
        this.clients = clients;
    }

    @PostMapping("/api/agents")
    @RequiresFunction(Function.PLATFORM_ADMIN)
    ResponseEntity<Credentials> register(
            Caller caller, HttpServletRequest request, @Valid @RequestBody NewAgent agent) {
        var secret = clients.newSecret();
        return commands.handle(caller, request, agent, session -> {
            if (directory.account(agent.accountId()).isEmpty()) {
                throw Rejected.of(IdentityProblem.ACCOUNT_UNKNOWN);
            }
            var id = AgentId.random();
            session.send(new RegisterAgent(id, agent.accountId(), agent.name().strip()), agent.accountId());
            clients.registerAgent(id, agent.name().strip(), secret);
            return ResponseEntity.status(HttpStatus.CREATED).body(new Credentials(id, id.toString(), secret.plain()));
        });
    }
}
