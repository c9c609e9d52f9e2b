// What the voice part is doing, as a value, and the one function that says what follows what. Pure: no clock, no microphone.
// The rows are those of the design's voice table; the page draws them and the app acts on them.

/** Why it could not: each has its own words and its own next thing to do. */
export type Refusal =
  'no-model' | 'no-microphone' | 'no-leave' | 'busy-device' | 'not-here' | 'mic-failed' | 'model-failed' | 'not-on-device';

export type VoiceState =
  | { kind: 'ready' }
  | { kind: 'asking-leave'; held: boolean }
  | { kind: 'listening'; held: boolean }
  | { kind: 'heard-nothing' }
  | { kind: 'transcribing'; words: string }
  | { kind: 'heard'; text: string; waits: boolean }
  | { kind: 'working' }
  | { kind: 'answering' }
  | { kind: 'could-not'; why: Refusal };

export type VoiceEvent =
  | { on: 'talk'; held: boolean }
  | { on: 'open' } // the microphone is open
  | { on: 'locked' } // a press that turned out to be a tap: listening goes on without the finger
  | { on: 'refused'; why: Refusal }
  | { on: 'sound-ended'; words: boolean }
  | { on: 'words'; text: string }
  | { on: 'transcript'; text: string; waits: boolean }
  | { on: 'asked' }
  | { on: 'answered'; aloud: boolean }
  | { on: 'fell-silent' }
  | { on: 'back' }; // Esc, or sliding off the button

const READY: VoiceState = { kind: 'ready' };

/** The state after an event. An event that has no meaning in a state leaves it as it is: a late message changes nothing. */
export function follow(state: VoiceState, event: VoiceEvent): VoiceState {
  switch (event.on) {
    case 'talk':
      return canTalk(state) ? { kind: 'asking-leave', held: event.held } : state;
    case 'open':
      return state.kind === 'asking-leave' ? { kind: 'listening', held: state.held } : state;
    case 'locked':
      return state.kind === 'listening' || state.kind === 'asking-leave' ? { ...state, held: false } : state;
    case 'refused':
      return state.kind === 'answering' || state.kind === 'working' ? state : { kind: 'could-not', why: event.why };
    case 'sound-ended':
      if (state.kind !== 'listening') return state;
      return event.words ? { kind: 'transcribing', words: '' } : { kind: 'heard-nothing' };
    case 'words':
      return state.kind === 'transcribing' ? { kind: 'transcribing', words: event.text } : state;
    case 'transcript':
      if (state.kind !== 'transcribing') return state;
      return event.text === '' ? { kind: 'heard-nothing' } : { kind: 'heard', text: event.text, waits: event.waits };
    case 'asked':
      return state.kind === 'heard' || restsAt(state) ? { kind: 'working' } : state;
    case 'answered':
      if (state.kind !== 'working') return state;
      return event.aloud ? { kind: 'answering' } : READY;
    case 'fell-silent':
      return state.kind === 'answering' ? READY : state;
    case 'back':
      return READY;
  }
}

/** Whether pressing Talk begins to listen: also while an answer is read, which then falls silent, or words are written down, which are let go. */
export const canTalk = ({ kind }: VoiceState): boolean => kind !== 'asking-leave' && kind !== 'listening';

/** Whether nothing is going on that Esc would end. */
const restsAt = ({ kind }: VoiceState): boolean => kind === 'ready' || kind === 'heard-nothing' || kind === 'could-not';

/** What a browser's refusal of the microphone means. */
export function refusalOf(error: unknown): Refusal {
  if (!(error instanceof DOMException)) return 'mic-failed';
  switch (error.name) {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'no-leave';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'no-microphone';
    case 'NotReadableError':
    case 'AbortError':
      return 'busy-device';
    default:
      return 'mic-failed';
  }
}
