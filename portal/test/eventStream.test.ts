import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { StreamParser, openLiveStream, type LiveState } from '../src/live/eventStream';
import { readLiveEvent } from '../src/live/readLiveEvent';

describe('the live stream', () => {
  it('is read in whatever pieces it arrives', () => {
    const text = ': beat\n\nid: 7\nevent: TonerLow\ndata: {"id":"d1"}\n\nid: 8\r\ndata: a\r\ndata: b\r\n\r\n';
    const whole = new StreamParser().push(text);
    const parser = new StreamParser();
    const pieces = [...text].flatMap((character) => parser.push(character));
    expect(whole).toEqual([
      { id: '7', event: 'TonerLow', data: '{"id":"d1"}' },
      { id: '8', event: 'message', data: 'a\nb' },
    ]);
    expect(pieces).toEqual(whole);
  });

  it('keeps an unfinished event until its end comes', () => {
    const parser = new StreamParser();
    expect(parser.push('id: 1\ndata: half')).toEqual([]);
    expect(parser.push(' whole\n\n')).toEqual([{ id: '1', event: 'message', data: 'half whole' }]);
  });
});

describe('a live event', () => {
  it('takes its type from the stream where the data does not say it', () => {
    expect(readLiveEvent({ id: '7', event: 'TonerLow', data: '{"id":"d1","kind":"DEVICE"}' })).toMatchObject({ position: '7', type: 'TonerLow', id: 'd1' });
  });

  it.each(['', 'nonsense', '3', '{}', '{"id":4}'])('that is none is passed over: %s', (data) => {
    expect(readLiveEvent({ id: '1', event: 'x', data })).toBeNull();
  });
});

describe('a refused stream', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('window', new EventTarget());
    vi.stubGlobal('document', Object.assign(new EventTarget(), { hidden: false }));
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it.each([403, 404])('is tried again after %i, as the banner says', async (status) => {
    const answers = [new Response(null, { status }), new Response(new ReadableStream(), { status: 200 })];
    const ask = vi.fn(() => Promise.resolve(answers.shift() ?? Response.error()));
    vi.stubGlobal('fetch', ask);
    const states: LiveState[] = [];
    const close = openLiveStream({ from: null, onEvent: () => undefined, onState: (state) => states.push(state), onReturn: () => undefined });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(states.at(-1)).toBe('lost');
    expect(ask).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(states.at(-1)).toBe('live');
    close();
  });
});
