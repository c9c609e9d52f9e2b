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
  const stream = await navigator.mediaDevices.getUserMedia({
    audio: { channelCount: 1, echoCancellation: true, noiseSuppression: true, autoGainControl: true },
  });
  const stop = () => {
    for (const track of stream.getTracks()) track.stop();
  };
  try {
    const { context, source } = connectAt(stream);
    await context.audioWorklet.addModule(captureUrl);
    const node = new AudioWorkletNode(context, 'capture', { numberOfOutputs: 1 });
    const resampler = context.sampleRate === RATE ? null : new Resampler(context.sampleRate, RATE);
    node.port.onmessage = ({ data }: MessageEvent<Float32Array[]>) => {
      const mono = toMono(data);
      onPiece(resampler ? resampler.push(mono) : mono);
    };
    source.connect(node);
    node.connect(context.destination); // it gives silence; unconnected, some browsers would not run it
    if (context.state === 'suspended') await context.resume();
    stream.getAudioTracks()[0]?.addEventListener('ended', onLost);
    return {
      close() {
        stop();
        node.port.onmessage = null;
        void context.close();
      },
    };
  } catch (error) {
    stop();
    throw error;
  }
};

/** A context at 16 kHz lets the browser resample; one that will not take the microphone at that rate gets its own rate instead. */
function connectAt(stream: MediaStream): { context: AudioContext; source: MediaStreamAudioSourceNode } {
  const wanted = new AudioContext({ sampleRate: RATE });
  try {
    return { context: wanted, source: wanted.createMediaStreamSource(stream) };
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    void wanted.close();
    const context = new AudioContext();
    return { context, source: context.createMediaStreamSource(stream) };
  }
}
