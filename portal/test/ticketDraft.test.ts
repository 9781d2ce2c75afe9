import { describe, expect, it } from 'vitest';
import { missingOf, newDraft, ticketOf, type TicketDraft } from '../src/pages/tickets/ticketDraft';

const draft = (change: Partial<TicketDraft> = {}): TicketDraft => ({
  kind: 'INCIDENT',
  deviceId: 'd1',
  topic: 'PAPER_JAM',
  subject: ' Paper jam ',
  description: 'Tray 2',
  accountId: '',
  onBehalfOf: '',
  machineDown: false,
  ...change,
});
const asks = { account: false, person: false };

describe('a new ticket', () => {
  it('is a question where a matter is chosen and no machine', () => {
    expect(newDraft(undefined, 'CONTRACT_INVOICE')).toMatchObject({ kind: 'QUESTION', topic: 'CONTRACT_INVOICE', deviceId: '' });
    expect(newDraft('d-1', 'SUPPLIES')).toMatchObject({ kind: 'INCIDENT', topic: 'SUPPLIES', deviceId: 'd-1' });
    expect(newDraft('d-1')).toMatchObject({ kind: 'INCIDENT', topic: '' });
  });
});

describe('a ticket as it is written', () => {
  it('lacks what nobody has filled in', () => {
    expect([...missingOf(draft({ deviceId: '', topic: '', subject: ' ', description: '' }), asks)]).toEqual(['deviceId', 'topic', 'subject', 'description']);
  });

  it('needs no device for a question', () => expect(missingOf(draft({ kind: 'QUESTION', deviceId: '' }), asks).size).toBe(0));

  it('needs the account where there are several and no device tells it', () => {
    expect(missingOf(draft({ kind: 'QUESTION', deviceId: '' }), { ...asks, account: true })).toContain('accountId');
    expect(missingOf(draft(), { ...asks, account: true }).size).toBe(0);
  });

  it('needs the caller at the desk', () => expect(missingOf(draft(), { ...asks, person: true })).toContain('onBehalfOf'));

  it('names the device or the account, not both', () => {
    expect(ticketOf(draft(), 'a1')).toEqual({ kind: 'INCIDENT', topic: 'PAPER_JAM', subject: 'Paper jam', description: 'Tray 2', deviceId: 'd1' });
    expect(ticketOf(draft({ deviceId: '' }), 'a1')).toMatchObject({ accountId: 'a1' });
    expect(ticketOf(draft({ deviceId: '', accountId: 'a2' }), undefined)).toMatchObject({ accountId: 'a2' });
  });

  it('says that the machine cannot be used, of an incident with one', () => {
    const down = { machineDown: true };
    expect(ticketOf(draft(down), undefined)).toMatchObject({ machineDown: true });
    expect(ticketOf(draft(), undefined)).not.toHaveProperty('machineDown');
    expect(ticketOf(draft({ ...down, kind: 'QUESTION' }), undefined)).not.toHaveProperty('machineDown');
    expect(ticketOf(draft({ ...down, deviceId: '' }), 'a1')).not.toHaveProperty('machineDown');
  });

  it('by phone is told as that', () => expect(ticketOf(draft({ onBehalfOf: 'u1' }), undefined)).toMatchObject({ onBehalfOf: 'u1', channel: 'PHONE' }));
});
