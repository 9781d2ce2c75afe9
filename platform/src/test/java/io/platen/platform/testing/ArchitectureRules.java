package io.platen.platform.testing;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.platen.platform.security.OpenTo;
import io.platen.platform.security.RequiresFunction;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.web.bind.annotation.RequestMapping;

/** Rules that hold for every service. */
public final class ArchitectureRules {

    private ArchitectureRules() {}

    /** @param service its package, for example {@code io.platen.meter} */
    public static ArchRule dependsOnContractsAndPlatformOnly(String service) {
        return noClasses()
                .that()
                .resideInAPackage(service + "..")
                .should()
                .dependOnClassesThat(resideInAPackage("io.platen..")
                        .and(not(resideInAnyPackage(service + "..", "io.platen.contracts..", "io.platen.platform.."))))
                .because("services speak to each other by published events alone");
    }

    /** @param packages of the rules, for example {@code io.platen.meter.reading} */
    public static ArchRule domainIsFreeOfSpring(String... packages) {
        return noClasses()
                .that()
                .resideInAnyPackage(packages)
                .should()
                .dependOnClassesThat(resideInAPackage("org.springframework..")
                        .and(not(resideInAPackage("org.springframework.http"))))
                .because("rules are tested without a container; a refusal may name its HTTP status");
    }

    /** Tests move the clock; the wall's cannot be moved. */
    public static ArchRule timeComesFromAClock() {
        return noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis");
    }

    /** Each handler says who may come in, in exactly one way. */
    public static ArchRule everyHandlerSaysWhoMayComeIn() {
        return methods()
                .that()
                .areMetaAnnotatedWith(RequestMapping.class)
                .or()
                .areAnnotatedWith(RequestMapping.class)
                .should(new ArchCondition<JavaMethod>("say who may come in, in exactly one way") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        var open = method.isAnnotatedWith(OpenTo.class);
                        var required = method.isAnnotatedWith(RequiresFunction.class);
                        events.add(new SimpleConditionEvent(
                                method, open != required, method.getFullName() + " has none or both annotations"));
                    }
                })
                .allowEmptyShould(true);
    }
}
