// What went wrong inside WebLLM, WebGPU or WebAssembly, as one of our own errors. They tell it by class names and by sentences.
import { AppError, type ErrorCode } from '../base/errors.ts';

/** The moment decides what some errors mean: a device that is lost while weights are loaded had no room for them. */
export type Moment = 'loading' | 'working';

interface Sign {
  code: ErrorCode | Record<Moment, ErrorCode>;
  name?: RegExp;
  message?: RegExp;
}

/** The first that fits. */
const SIGNS: readonly Sign[] = [
  { code: 'model-damaged', name: /^IntegrityError$/ },
  { code: 'language-no-memory', name: /^GPUOutOfMemoryError$/ },
  { code: 'language-no-memory', message: /out of memory|could not allocate|allocation failed|not enough memory/i },
  { code: { loading: 'language-no-memory', working: 'language-lost-device' }, name: /^DeviceLostError$/ },
  { code: { loading: 'language-no-memory', working: 'language-lost-device' }, message: /device (was|is|has been) lost|\blost device\b/i },
  { code: 'language-no-webgpu', name: /^(WebGPUNotAvailableError|WebGPUNotFoundError|ShaderF16SupportError|FeatureSupportError)$/ },
  { code: 'language-no-webgpu', message: /unable to find a compatible GPU|exceeds limit|WebGPU is not supported/i },
  { code: 'language-no-library', name: /^(LinkError|CompileError|MissingModelWasmError)$/ },
  { code: 'language-no-library', message: /^Cannot find .*exports|expected magic word|Cannt detect wasm memory|__initialize is not/i },
];

export function toLanguageError(error: unknown, moment: Moment): AppError {
  if (error instanceof AppError) return error;
  const { name, message } = error instanceof Error ? error : { name: '', message: String(error) };
  const sign = SIGNS.find((each) => (each.name?.test(name) ?? true) && (each.message?.test(message) ?? true));
  const code = sign?.code ?? 'language-failed';
  return new AppError(typeof code === 'string' ? code : code[moment], `${name}: ${message}`, undefined, { cause: error });
}
