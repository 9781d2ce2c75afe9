import { describe, expect, it } from 'vitest';
import { Consistency } from '../src/api/consistency';

describe('consistency tokens', () => {
  it('sends what the last command answered', () => {
    const consistency = new Consistency(() => 0);
    consistency.remember('a1@3,b2@7');
    expect(consistency.header()).toBe('a1@3,b2@7');
  });

  it('keeps the highest sequence of an aggregate, whatever the order of the answers', () => {
    const consistency = new Consistency(() => 0);
    consistency.remember('a1@9');
    consistency.remember('a1@4');
    expect(consistency.header()).toBe('a1@9');
  });

  it('forgets after a while, when every view has caught up', () => {
    let now = 0;
    const consistency = new Consistency(() => now, 1_000);
    consistency.remember('a1@9');
    now = 999;
    expect(consistency.header()).toBe('a1@9');
    now = 1_000;
    expect(consistency.header()).toBeNull();
  });

  it.each([null, '', 'nonsense', '@3', 'a1@', 'a1@x', 'a1@-1', 'a1@1.5'])('passes over %s', (header) => {
    const consistency = new Consistency(() => 0);
    consistency.remember(header);
    expect(consistency.header()).toBeNull();
  });
});
