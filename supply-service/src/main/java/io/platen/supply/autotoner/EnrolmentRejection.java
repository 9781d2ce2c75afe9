package io.platen.supply.autotoner;

/** Why a device is not taken into the programme. */
public enum EnrolmentRejection {
    NOT_ELIGIBLE,
    /** The device has moved on since the request was checked. */
    OTHER_ACCOUNT,
    LABEL_INCOMPLETE
}
