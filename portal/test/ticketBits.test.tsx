import { expect, it } from 'vitest';
import { MachineDown, TicketPriority } from '../src/components/TicketBits';
import { rendered } from './rendered';

const since = '2026-11-26T09:15:00Z';

it('who should have a priority by now says so', () => {
  const mark = rendered(<TicketPriority ticket={{ priority: null, triageOverdueSince: since }} />);
  expect(mark).toContain('Triage overdue');
  expect(mark).toMatch(/title="A priority was due by [^"]*2026/);
});

it('a late priority is a priority', () => {
  const priority = rendered(<TicketPriority ticket={{ priority: 2, triageOverdueSince: since }} />);
  expect(priority).toContain('p-priority-2');
  expect(priority).not.toContain('overdue');
});

it('there is still time for one', () => {
  const none = rendered(<TicketPriority ticket={{ priority: null, triageOverdueSince: null }} />);
  expect(none).toContain('None yet');
  expect(none).not.toContain('overdue');
});

it('that a machine cannot be used is said where it is so', () => {
  expect(rendered(<MachineDown ticket={{ machineDown: true }} />)).toContain('Cannot be used');
  expect(rendered(<MachineDown ticket={{ machineDown: false }} />)).not.toContain('used');
});
