package io.platen.localstack.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.platen.contracts.access.CustomerRole;
import io.platen.contracts.access.StaffRole;
import org.junit.jupiter.api.Test;

class DemoPeopleTest {

    @Test
    void everyRoleIsThere() {
        assertThat(DemoPeople.CUSTOMERS).extracting(DemoPeople.Customer::role).contains(CustomerRole.values());
        assertThat(DemoPeople.STAFF).extracting(DemoPeople.Staff::role).contains(StaffRole.values());
    }

    @Test
    void aFirstNameIsEnough() {
        assertThat(DemoPeople.email("anna")).isEqualTo("anna.jansen@vandijk.example");
        assertThat(DemoPeople.email("anna.jansen")).isEqualTo("anna.jansen@vandijk.example");
        assertThat(DemoPeople.email("anna.jansen@vandijk.example")).isEqualTo("anna.jansen@vandijk.example");
        assertThatThrownBy(() -> DemoPeople.email("nobody")).hasMessageContaining("anna.jansen");
    }

    @Test
    void theTableNamesThePassword() {
        assertThat(DemoPeople.table()).contains("anna.jansen@vandijk.example", "device manager", DemoPeople.PASSWORD);
    }
}
