// The parts of talking, fetched as one after the first paint.
export { default as TalkButton } from './TalkButton.svelte';
export { default as VoiceStrip } from './VoiceStrip.svelte';
