import { describe, expect, it } from 'vitest';
import { Problem, Unreachable } from '../src/api/problem';
import { ProblemNote } from '../src/components/ProblemNote';
import { PageQueryNote, QueryNote } from '../src/components/QueryNote';
import { rendered } from './rendered';

const query = { data: undefined, error: null, fetchStatus: 'idle' as const, dataUpdatedAt: 0, refetch: () => undefined };

describe('a broken line', () => {
  it('leaves open whether a command took effect, and says that it may be sent again', () => {
    const note = rendered(<ProblemNote command error={new Unreachable(null)} />);
    expect(note).toContain('We do not know whether it was saved.');
    expect(note).not.toContain('Nothing was saved');
  });

  it('says nothing of saving where nothing was to be saved', () => {
    expect(rendered(<QueryNote query={{ ...query, error: new Unreachable(null) }} />)).not.toContain('saved');
  });

  it('leaves nothing open where the platform has refused', () => {
    expect(rendered(<ProblemNote command error={new Problem(422, null)} />)).not.toContain('saved');
  });
});

describe('what cannot be shown', () => {
  it('can be tried again', () => expect(rendered(<QueryNote query={{ ...query, error: new Problem(500, null) }} />)).toContain('Try again'));

  it('is a page with a heading all the same', () => {
    const page = rendered(<PageQueryNote query={{ ...query, error: new Problem(500, null) }} />);
    expect(page).toMatch(/<h1[^>]*>This page could not be shown<\/h1>/);
    expect(page).toContain('Try again');
  });

  it('says that there is no network instead of turning for ever', () => {
    expect(rendered(<PageQueryNote query={{ ...query, fetchStatus: 'paused' }} />)).toContain('You are offline, and this has not been loaded before.');
  });

  it('leaves what was loaded on the page, with its age', () => {
    expect(rendered(<QueryNote query={{ ...query, data: 1, fetchStatus: 'paused' }} />)).toContain('Last updated');
  });
});
