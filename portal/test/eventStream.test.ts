import { describe, expect, it } from 'vitest';
import { readLiveEvent } from '../src/live/applyEvent';
import { StreamParser } from '../src/live/eventStream';

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
