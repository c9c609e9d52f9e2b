// What went wrong, as a screen shows it: the words of the code, and what the program said for whoever mends it.
import { AppError, type ErrorCode } from '../base/errors.ts';
import { errorWords } from '../strings/errors.ts';

export interface Trouble {
  code: ErrorCode;
  title: string;
  next: string;
  message: string;
}

export function toTrouble(error: unknown): Trouble {
  const { code, message } = AppError.toWire(error);
  return { code, ...errorWords[code], message };
}

/** As it is read out. */
export const inWords = ({ title, next }: Pick<Trouble, 'title' | 'next'>): string => `${title} ${next}`;

/** A call that its own caller stopped is no trouble. */
export const isAbort = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError';
