// The talking lines of `npm run bench`, as one line of JSON: a browser is needed for them, so they run beside it and not in it.
// Build first: npx vite build && node --import tsx tests/support/bench-talking.ts [rounds]
import { measureTalking } from './talking-times.ts';

const rounds = Number(process.argv[2] ?? 12);
console.log(JSON.stringify(await measureTalking({ paths: rounds, words: 5 })));
