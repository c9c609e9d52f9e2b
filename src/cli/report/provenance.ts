// What a measured document must say of itself: the command, the commit, the machine, the day. Only the command that measures writes it.
import { execFileSync } from 'node:child_process';
import { availableParallelism, cpus, totalmem } from 'node:os';

export interface Provenance {
  command: string;
  /** Short hash; with "+" when files were changed since. "unknown" outside a checkout. */
  commit: string;
  day: string;
  machine: string;
}

const git = (...args: string[]): string => execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();

/** The documents themselves do not count as changes. */
function commitNow(): string {
  try {
    const changed = git('status', '--porcelain', '--untracked-files=no', '--', '.', ':!docs');
    return git('rev-parse', '--short', 'HEAD') + (changed === '' ? '' : '+');
  } catch (error) {
    if (error instanceof Error) return 'unknown'; // no git here, or no checkout: an archive of the sources
    throw error;
  }
}

export function provenance(command: string): Provenance {
  const model = cpus()[0]?.model.trim() ?? 'unknown processor';
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  return {
    command,
    commit: commitNow(),
    day: new Date().toISOString().slice(0, 10),
    machine: `${availableParallelism()} cores (${model}), ${gigabytes} GiB, Node ${process.versions.node}`,
  };
}

/** The lines under the title of such a document. */
export const madeBy = ({ command, commit, day, machine }: Provenance): string =>
  `Made by \`${command}\` and by nothing else: to change this page, change what is measured and run it again.\nCommit ${commit}${
    commit.endsWith('+') ? ' (with changes not yet committed)' : ''
  }, ${day}; ${machine}.\n`;

/** A table; columns after the first are set to the right. */
export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.map((cell) => String(cell).replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), `|${head.map((_, at) => (at === 0 ? ' --- ' : ' ---: ')).join('|')}|`, ...rows.map(line)].join('\n');
}
