package io.platen.notification.notice;

/** What a message may say beside its sentences. */
public enum Fact {
    REFERENCE(Kind.TEXT),
    SUBJECT(Kind.TEXT),
    TICKET_KIND(Kind.CODE),
    PRIORITY(Kind.TEXT),
    ANSWER_DUE(Kind.TIME),
    /** From and until, with a slash between them. */
    VISIT(Kind.WINDOW),
    RESOLUTION(Kind.TEXT),
    COMMENT(Kind.TEXT),
    ORDER_NUMBER(Kind.TEXT),
    COLOUR(Kind.CODE),
    CARRIER(Kind.TEXT),
    TRACKING_NUMBER(Kind.TEXT),
    LAST_REPORT(Kind.TIME),
    /** Model and serial number, looked up for the reader and only where he may see the device. */
    DEVICE(Kind.TEXT),
    /** Its name, looked up when the message goes out. */
    ACCOUNT(Kind.TEXT);

    /** How it is shown. */
    public enum Kind {
        TEXT,
        /** One of a few codes, which each language has a word for. */
        CODE,
        TIME,
        WINDOW
    }

    private final Kind kind;

    Fact(Kind kind) {
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
