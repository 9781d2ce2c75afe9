package io.platen.contracts.supply;

/**
 * What is kept for the label of automatic shipments. The serial number is printed by itself (SUP-58).
 *
 * @param attention 1 to 20 characters
 * @param name of the customer, at most 35 characters, as street and city
 * @param country ISO 3166-1 alpha-2
 */
public record AutoTonerDetails(
        String attention, String name, String street, String postalCode, String city, String country) {}
