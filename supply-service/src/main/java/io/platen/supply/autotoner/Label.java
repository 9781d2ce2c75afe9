package io.platen.supply.autotoner;

import io.platen.contracts.supply.AutoTonerDetails;
import io.platen.contracts.supply.ShippingLabel;

/**
 * Where automatic toner goes, without the serial number, which is printed by itself (SUP-58). The limits are those of
 * common carriers, in Unicode code points.
 */
public record Label(String attention, String name, String street, String postalCode, String city, String country) {

    public static final int LONGEST_ATTENTION = 20;
    public static final int LONGEST_LINE = 35;
    public static final int LONGEST_POSTAL_CODE = 20;

    public AutoTonerDetails details() {
        return new AutoTonerDetails(attention, name, street, postalCode, city, country);
    }

    ShippingLabel of(String serialNumber) {
        return new ShippingLabel(attention, name, street, postalCode, city, country, serialNumber);
    }
}
