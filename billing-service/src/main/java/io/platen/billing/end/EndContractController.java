package io.platen.billing.end;

import io.platen.billing.BillingProblem;
import io.platen.billing.contract.ContractCommand.EndContract;
import io.platen.billing.contract.EndDecision;
import io.platen.billing.directory.Contracts;
import io.platen.contracts.access.Function;
import io.platen.platform.access.Access;
import io.platen.platform.command.Commands;
import io.platen.platform.problem.CommonProblem;
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
import java.time.LocalDate;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A billing clerk ends a contract; its machines are free from the day after. */
@RestController
class EndContractController {

    /** @param endedOn the last day that is covered */
    record EndContractRequest(
            @NotNull LocalDate endedOn,

            @NotBlank @Size(max = LONGEST) @Pattern(regexp = PlainText.REGEX)
            String reason) {

        static final int LONGEST = 500;
    }

    private final Commands commands;
    private final Access access;
    private final Contracts contracts;

    EndContractController(Commands commands, Access access, Contracts contracts) {
        this.commands = commands;
        this.access = access;
        this.contracts = contracts;
    }

    @PostMapping("/api/contracts/{number}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @RequiresFunction(Function.INVOICE_DESK)
    ResponseEntity<Void> end(
            Caller caller,
            HttpServletRequest request,
            @PathVariable String number,
            @Valid @RequestBody EndContractRequest body) {
        access.requireActive(caller);
        var contract = contracts.find(number).orElseThrow(() -> Rejected.of(CommonProblem.NOT_FOUND));
        access.requireAccount(caller, Function.INVOICE_DESK, contract.accountId());
        return commands.handle(caller, request, body, session -> {
            EndDecision decision = session.send(
                    new EndContract(
                            contract.contractId(), body.endedOn(), body.reason().strip()),
                    contract.accountId());
            return switch (decision) {
                case EndDecision.Ended ended -> {
                    contracts.end(contract.contractId(), ended.endedOn());
                    yield ResponseEntity.noContent().build();
                }
                case EndDecision.AlreadyEnded earlier ->
                    throw Rejected.of(BillingProblem.CONTRACT_ALREADY_ENDED)
                            .with("endedOn", earlier.endedOn().toString());
                case EndDecision.OutsideContract outside ->
                    throw refused(
                            BillingProblem.END_OUTSIDE_CONTRACT,
                            Map.of(
                                    "start", outside.term().from().toString(),
                                    "end", outside.term().until().toString()));
                case EndDecision.BilledLonger billed ->
                    throw refused(
                            BillingProblem.END_BEFORE_LAST_INVOICE,
                            Map.of("until", billed.billedUntil().toString()));
            };
        });
    }

    private static Rejected refused(BillingProblem problem, Map<String, Object> details) {
        var rejected = Rejected.of(problem).field("endedOn", problem, details);
        for (var detail : details.entrySet()) {
            rejected = rejected.with(detail.getKey(), detail.getValue());
        }
        return rejected;
    }
}
