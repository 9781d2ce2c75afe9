package io.platen.meter.reading;

/** Why a read is refused; where several reasons hold, the first of this list gives the answer its code. */
public enum ReadRejection {
    METER_VALUE_INVALID,
    COLOUR_ABOVE_TOTAL,
    COUNTER_UNKNOWN,
    COUNTER_MISSING,
    READ_DATE_INVALID,
    METER_LOWER_THAN_PREVIOUS,
    /** Of a correction: a later read shows less. */
    METER_ABOVE_NEXT,
    METER_ALREADY_SUBMITTED_TODAY
}
