// Starts the app: the walls first, then one session, then the page.
import './app/trusted-types.ts';
import './app/shut-doors.ts';
import { mount } from 'svelte';
import { atRest, nextTask, painted } from './app/at-rest.ts';
import { enterWalls } from './app/enter-walls.ts';
import { LedgerLink } from './app/ledger-link.ts';
import { takeOpened, takeShared } from './app/handed-files.ts';
import { followUpdates, keepOffline } from './app/offline.ts';
import { Session } from './app/session.svelte.ts';
import { Settings } from './app/settings.svelte.ts';
import { Speech } from './app/speech.svelte.ts';
import { readToday } from './app/today.ts';
import { startLedgerWorker } from './app/workers.ts';
import { language } from './strings/in-use.ts';
import './ui/styles/tokens.css';
import './ui/styles/base.css';
import App from './ui/App.svelte';

followUpdates();
await enterWalls();
await nextTask(); // the name in index.html is painted before the page is made

document.documentElement.lang = language.tag;
document.documentElement.dir = language.direction;

const settings = new Settings(localStorage, navigator.language);
const today = readToday(location.search, new Date());
const link = new LedgerLink(startLedgerWorker, () => ({ home: settings.home, today: today.day }));
const speech = new Speech('speechSynthesis' in globalThis ? speechSynthesis : null);
const session = new Session({
  link,
  settings,
  shelf: localStorage,
  speech,
  today,
  hash: location.hash,
  onlocked: () => location.reload(),
});

await nextTask(); // a slow phone paints and listens between the two

const target = document.getElementById('app');
if (!target) throw new Error('index.html has no #app');
target.replaceChildren(); // the name stood there while the rest was on its way
mount(App, { target, props: { session } });

addEventListener('hashchange', () => session.route.follow(location.hash));
session.device.watch();
session.install.watch(window);
takeOpened(
  (files) => void session.takeHanded(files),
  () => void session.takeHanded(null),
);
void session.open();
void takeShared(location).then((files) => files && session.takeHanded(files));
void session.equip(async () => {
  await painted();
  await atRest();
  return (await import('./app/compose.ts')).compose;
});
await painted();
void keepOffline((take) => session.device.offerUpdate(take));
