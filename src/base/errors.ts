// The one error type. Codes are for programs; the words people read are in src/strings/errors.ts.
// Expected trouble inside a statement (an unreadable row) is data, not an error; AbortError passes untouched.

export type ErrorCode =
  | 'worker-died'
  | 'statement-empty'
  | 'statement-binary'
  | 'statement-unsupported'
  | 'statement-unreadable'
  | 'statement-no-transactions'
  | 'statement-cut'
  | 'statement-too-large'
  | 'ledger-newer'
  | 'ledger-damaged'
  | 'ledger-in-use'
  | 'ledger-locked'
  | 'passphrase-wrong'
  | 'recovery-wrong'
  | 'backup-damaged'
  | 'storage-full'
  | 'storage-failed'
  | 'row-gone'
  | 'split-unequal'
  | 'name-taken'
  | 'name-empty'
  | 'act-blocked'
  | 'query-refused'
  | 'query-slow'
  | 'model-missing'
  | 'model-cut'
  | 'model-refused'
  | 'model-damaged'
  | 'model-altered'
  | 'model-no-room'
  | 'model-no-porter'
  | 'model-not-whole'
  | 'model-other-kind'
  | 'model-failed'
  | 'model-busy'
  | 'language-not-whole'
  | 'language-other'
  | 'language-no-webgpu'
  | 'language-no-library'
  | 'language-lost-device'
  | 'language-no-memory'
  | 'language-slow'
  | 'language-hidden'
  | 'language-failed'
  | 'share-lost'
  | 'app-altered'
  | 'unexpected';

export interface WireError {
  code: ErrorCode;
  message: string;
  detail?: object;
}

export class AppError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly detail?: object,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'AppError';
  }

  /** Error classes do not survive structured clone, so they cross as plain data. Anything unknown becomes `unexpected`. */
  static toWire(error: unknown): WireError {
    if (error instanceof AppError) {
      return { code: error.code, message: error.message, ...(error.detail ? { detail: error.detail } : {}) };
    }
    return { code: 'unexpected', message: error instanceof Error ? error.message : String(error) };
  }

  static fromWire({ code, message, detail }: WireError): AppError {
    return new AppError(code, message, detail);
  }
}
