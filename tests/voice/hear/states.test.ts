// The design's voice table, row by row, and that a late message changes nothing.
import { describe, expect, test } from 'vitest';
import { follow, refusalOf, type VoiceEvent, type VoiceState } from '../../../src/voice/hear/states.ts';

const ready: VoiceState = { kind: 'ready' };
const run = (events: VoiceEvent[], from: VoiceState = ready) => events.reduce(follow, from);
const TALK: VoiceEvent = { on: 'talk', held: false };
const LISTENING: VoiceState = { kind: 'listening', held: false };

describe('the table', () => {
  test.each<[string, VoiceEvent[], VoiceState]>([
    ['asking leave', [TALK], { kind: 'asking-leave', held: false }],
    ['listening', [TALK, { on: 'open' }], LISTENING],
    ['held', [{ on: 'talk', held: true }, { on: 'open' }], { kind: 'listening', held: true }],
    ['a press that was a tap', [{ on: 'talk', held: true }, { on: 'open' }, { on: 'locked' }], LISTENING],
    ['a tap before leave was given', [{ on: 'talk', held: true }, { on: 'locked' }, { on: 'open' }], LISTENING],
    ['heard nothing', [TALK, { on: 'open' }, { on: 'sound-ended', words: false }], { kind: 'heard-nothing' }],
    [
      'transcribing',
      [TALK, { on: 'open' }, { on: 'sound-ended', words: true }, { on: 'words', text: 'How much' }],
      { kind: 'transcribing', words: 'How much' },
    ],
    [
      'heard',
      [TALK, { on: 'open' }, { on: 'sound-ended', words: true }, { on: 'transcript', text: 'How much?', waits: true }],
      { kind: 'heard', text: 'How much?', waits: true },
    ],
    [
      'the model heard no words',
      [TALK, { on: 'open' }, { on: 'sound-ended', words: true }, { on: 'transcript', text: '', waits: false }],
      { kind: 'heard-nothing' },
    ],
    ['could not', [TALK, { on: 'refused', why: 'no-leave' }], { kind: 'could-not', why: 'no-leave' }],
  ])('%s', (_, events, state) => expect(run(events)).toEqual(state));

  test('asked, answered aloud, and silent again', () => {
    const heard: VoiceState = { kind: 'heard', text: 'x', waits: false };
    expect(run([{ on: 'asked' }], heard)).toEqual({ kind: 'working' });
    expect(run([{ on: 'asked' }, { on: 'answered', aloud: true }], heard)).toEqual({ kind: 'answering' });
    expect(run([{ on: 'asked' }, { on: 'answered', aloud: true }, { on: 'fell-silent' }], heard)).toEqual(ready);
    expect(run([{ on: 'asked' }, { on: 'answered', aloud: false }], heard)).toEqual(ready);
  });

  test('Esc leads home from everywhere', () => {
    const everywhere: VoiceState[] = [
      { kind: 'asking-leave', held: false },
      LISTENING,
      { kind: 'heard-nothing' },
      { kind: 'transcribing', words: 'a' },
      { kind: 'heard', text: 'a', waits: true },
      { kind: 'working' },
      { kind: 'answering' },
      { kind: 'could-not', why: 'no-model' },
    ];
    for (const state of everywhere) expect(follow(state, { on: 'back' })).toEqual(ready);
  });
});

describe('late messages', () => {
  test.each<[string, VoiceState, VoiceEvent]>([
    ['words after Esc', ready, { on: 'words', text: 'a' }],
    ['a transcript after Esc', ready, { on: 'transcript', text: 'a', waits: false }],
    ['the end of a sound already ended', { kind: 'transcribing', words: '' }, { on: 'sound-ended', words: false }],
    ['a microphone opened after Esc', ready, { on: 'open' }],
    ['a second press while listening', LISTENING, TALK],
    ['silence when nothing was read', ready, { on: 'fell-silent' }],
  ])('%s', (_, state, event) => expect(follow(state, event)).toEqual(state));
});

test('talking lets go of words that are being written down', () => {
  expect(follow({ kind: 'transcribing', words: 'How much' }, TALK)).toEqual({ kind: 'asking-leave', held: false });
});

test('talking interrupts an answer that is being read', () => {
  expect(follow({ kind: 'answering' }, TALK)).toEqual({ kind: 'asking-leave', held: false });
});

test.each([
  ['NotAllowedError', 'no-leave'],
  ['NotFoundError', 'no-microphone'],
  ['NotReadableError', 'busy-device'],
  ['SomethingNew', 'mic-failed'],
])('%s is %s', (name, why) => expect(refusalOf(new DOMException('x', name))).toBe(why));
