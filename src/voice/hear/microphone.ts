// The microphone as 16 kHz mono pieces. Opened when asked, closed at once after: the browser's own sign goes out with it.
import captureUrl from './capture.worklet.ts?worker&url';
import { RATE } from './features.ts';
import { Resampler, toMono } from './resample.ts';

export interface OpenMicrophone {
  close(): void;
}

/** Opens a source of sound; rejects with the browser's own refusal (a DOMException). */
export type OpenSource = (onPiece: (samples: Float32Array) => void, onLost: () => void) => Promise<OpenMicrophone>;

export const hasMicrophone = (): boolean => 'mediaDevices' in navigator && 'AudioWorkletNode' in globalThis;

export const openMicrophone: OpenSource = async (onPiece, onLost) => {
  const early = new AudioContext({ sampleRate: RATE });
  const listening = navigator.mediaDevices.getUserMedia({
    audio: { channelCount: 1, echoCancellation: true, noiseSuppression: true, autoGainControl: true },
  });
  // Both at once: what is said while the second half still gets ready would be lost.
  const [opened, prepared] = await Promise.allSettled([listening, early.audioWorklet.addModule(captureUrl)]);
  const stop = () => {
    if (opened.status === 'fulfilled') for (const track of opened.value.getTracks()) track.stop();
  };
  try {
    if (opened.status === 'rejected') throw opened.reason;
    if (prepared.status === 'rejected') throw prepared.reason;
    const { context, source } = await connect(early, opened.value);
    const node = new AudioWorkletNode(context, 'capture', { numberOfOutputs: 1 });
    const resampler = context.sampleRate === RATE ? null : new Resampler(context.sampleRate, RATE);
    node.port.onmessage = ({ data }: MessageEvent<Float32Array[]>) => {
      const mono = toMono(data);
      onPiece(resampler ? resampler.push(mono) : mono);
    };
    source.connect(node);
    node.connect(context.destination); // it gives silence; unconnected, some browsers would not run it
    if (context.state === 'suspended') await context.resume();
    opened.value.getAudioTracks()[0]?.addEventListener('ended', onLost);
    return {
      close() {
        stop();
        node.port.onmessage = null;
        void context.close();
      },
    };
  } catch (error) {
    stop();
    if (early.state !== 'closed') void early.close();
    throw error;
  }
};

/** A context at 16 kHz lets the browser resample; one that will not take the microphone at that rate gives way to one at its own. */
async function connect(early: AudioContext, stream: MediaStream): Promise<{ context: AudioContext; source: MediaStreamAudioSourceNode }> {
  try {
    return { context: early, source: early.createMediaStreamSource(stream) };
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    await early.close();
    const context = new AudioContext();
    await context.audioWorklet.addModule(captureUrl);
    return { context, source: context.createMediaStreamSource(stream) };
  }
}
