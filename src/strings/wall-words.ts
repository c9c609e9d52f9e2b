// The words about the walls in use. Apart from words.ts, because they come with the screens that show them and not with the first paint.
import { enWalls, type WallWords } from './en-walls.ts';
import { inUse } from './in-use.ts';

export const wallWords: WallWords = inUse(enWalls);
