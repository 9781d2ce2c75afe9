/** The topics a ticket can have, each with its text in the languages; a ticket has one (TIC-04). */
export const TOPICS = ['DEVICE_FAULT', 'PRINT_QUALITY', 'PAPER_JAM', 'CONNECTION', 'SUPPLIES', 'METER_READS', 'CONTRACT_INVOICE', 'PORTAL', 'OTHER'] as const;

export type Topic = (typeof TOPICS)[number];
