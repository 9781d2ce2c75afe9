package io.platen.contracts.access;

/**
 * What a person may be allowed to do. The names are the codes of the permission matrix; the staff rows without a code
 * there are CUSTOMER_CARD_VIEW, METER_VIEW and LIVE_STREAM, and DEVICE_VIEW is shared by both sides. So is ORDER_VIEW:
 * whom the matrix lets only read in the row of ORDER_DESK has that and no desk. AGENT_REPORT is held by device agents
 * alone.
 */
public enum Function {
    SELF_PROFILE,
    SELF_PREFERENCES,
    KNOWLEDGE_VIEW,
    SUPPORT_CONTACT,
    DASHBOARD_VIEW,
    DEVICE_VIEW,
    DEVICE_BROWSE_ACCOUNT,
    DEVICE_EDIT,
    DEVICE_ASSIGN_OTHERS,
    DEVICE_EXPORT,
    METER_SUBMIT,
    METER_CORRECT,
    TICKET_USE,
    SUPPLY_ORDER,
    CATALOG_ORDER,
    ORDER_VIEW,
    AUTO_TONER_VIEW,
    AUTO_TONER_EDIT,
    STOCK_EDIT,
    INVOICE_VIEW,
    INVOICE_PAY,
    BILLING_REPORT_VIEW,
    INVOICE_DISPUTE,
    USER_MANAGE,
    ACCOUNT_EDIT,
    CUSTOMER_CARD_VIEW,
    EMAIL_CORRECT,
    DEVICE_REMOVE,
    ACCESS_REVIEW,
    METER_VIEW,
    METER_PHONE,
    METER_RESET,
    METER_DECIDE,
    TICKET_HISTORY,
    TICKET_DESK,
    DISPATCH,
    FIELD_WORK,
    ORDER_DESK,
    AUTO_TONER_DESK,
    PAYMENT_HISTORY,
    CREDIT_VIEW,
    INVOICE_DESK,
    KNOWLEDGE_EDIT,
    PLATFORM_ADMIN,
    LIVE_STREAM,
    AGENT_REPORT
}
