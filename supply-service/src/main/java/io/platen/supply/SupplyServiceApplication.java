package io.platen.supply;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Toner orders, automatic replenishment, stock and catalogue. */
@SpringBootApplication
public class SupplyServiceApplication {

    public static void main(String[] args) {
        SpringApplication.run(SupplyServiceApplication.class, args);
    }
}
