// Every word a person reads on the page, in English. Sentences with numbers are functions, so that plurals stay right.
// Names that tests, voice control and screen readers rely on are listed in the design as "Names that stay".

// Made with their first use: a browser takes longer over its first Intl object than over all else before the first paint.
let figures: Intl.NumberFormat | null = null;
let plurals: Intl.PluralRules | null = null;

/** "1,204". */
export const whole = (count: number): string => (figures ??= new Intl.NumberFormat('en')).format(count);

/** "1 row", "1,204 rows". */
export const counted = (count: number, one: string, other: string): string =>
  `${whole(count)} ${(plurals ??= new Intl.PluralRules('en')).select(count) === 'one' ? one : other}`;

const transactions = (count: number) => counted(count, 'transaction', 'transactions');
const rows = (count: number) => counted(count, 'row', 'rows');

export const en = {
  app: {
    name: 'Sotto',
    skip: 'Skip to the content',
    offline: 'Offline',
    offlineHint: 'No network. Everything here works without it.',
    sample: 'Sample',
    blurred: 'Amounts are blurred until you point at them.',
    clear: 'Amounts are shown.',
    nearlyFull: 'Sotto has little room left on this device; soon it could not save. Make room, or save a backup.',
    updateReady: 'A new version of Sotto is ready.',
    takeUpdate: 'Take the update',
    opening: 'Opening your ledger',
    tryAgain: 'Try again',
    close: 'Close',
    cancel: 'Cancel',
    today: (day: string) => `I took today to be ${day}, as the address of this page says.`,
    title: (screen: string) => `${screen} · Sotto`,
    drop: 'Drop the statements to read them',
  },

  nav: {
    label: 'Screens',
    ask: 'Ask',
    import: 'Import',
    ledger: 'Ledger',
    accounts: 'Accounts',
    changes: 'What changed',
    history: 'Rules and history',
    models: 'Models and privacy',
    settings: 'Settings',
    more: 'More',
    keys: 'Keys',
  },

  firstRun: {
    title: 'Ask about your money, out loud or in writing.',
    promise: 'Your statements stay on this device.',
    add: 'Add statements',
    sample: 'Try a sample ledger',
    sampleHint: 'The sample is an invented household: three years, several accounts. One press removes it.',
    addHint: 'CSV, OFX, QIF, CAMT, MT940 or Excel, as your bank gives it. You can also drop files anywhere on this page.',
    home: 'Home currency',
    language: 'Language of numbers and dates',
    guessed: 'Guessed from your browser. Both can be changed at any time.',
    making: 'Writing the sample ledger',
  },

  ask: {
    title: 'Ask',
    box: 'Ask about your money',
    button: 'Ask',
    stop: 'Stop',
    tryOne: 'Your ledger can answer these',
    emptyTitle: 'What would you like to know?',
    working: 'Working',
    step: 'Reading the ledger',
    stopped: 'Stopped. Nothing was changed.',
    again: 'Ask again',
    edit: 'Edit',
    editOf: (question: string) => `Edit “${question}”`,
    understood: 'Understood as',
    remove: (text: string) => `Leave out “${text}”`,
    change: (text: string) => `Change “${text}”`,
    changeTo: 'Change to',
    /** The follow-up that a changed chip asks. */
    meant: (value: string) => `No, I meant ${value}`,
    /** The same where the words can be given that meaning for good. */
    byThat: (phrase: string, value: string) => `By ${phrase} I mean ${value}`,
    choices: 'Choices',
    periods: ['this month', 'last month', 'last 3 months', 'this year', 'last year', 'all time'],
    source: { said: 'said', assumed: 'assumed', carried: 'carried over', model: 'read by the model' },
    sampleNote: 'This is the sample ledger of an invented household.',
    clear: 'Start over',
    cleared: 'The questions above are gone. Your ledger is as it was.',
  },

  card: {
    how: 'How I got this',
    read: 'Read aloud',
    stopReading: 'Stop reading',
    copy: 'Copy',
    copied: 'Copied',
    copyFailed: 'This browser did not let me copy. Select the words and copy them yourself.',
    noVoice: 'This browser has no voice on this device, so I cannot read aloud. The words stay on the screen.',
    by: { rules: 'Answered by rules', model: 'Answered with the language model' },
    on: 'on this device',
    rows: 'Rows',
    sides: 'Whose rows',
    noRows: 'No transactions',
    rowCount: (count: number) => rows(count),
    showAll: (count: number) => `Show all ${rows(count)}`,
    showMore: (count: number) => `Show ${counted(count, 'more', 'more')}`,
    day: 'Date',
    payee: 'Payee',
    category: 'Category',
    account: 'Account',
    amount: 'Amount',
    sum: 'Sum',
    sumOf: (count: number) => `Sum of ${rows(count)}`,
    chartTable: 'The same as a table',
    chartMissing: 'The drawing of this chart is not on this device yet. The table has every value.',
    chartSaveAs: (kind: string) => `Save the chart as ${kind}`,
    chartFile: (kind: string) => `sotto-chart.${kind}`,
    chartLabel: 'Label',
    chartValue: 'Amount',
    result: 'Result',
    open: 'Open in the ledger',
    openOf: (label: string) => `Open the rows of ${label} in the ledger`,
    figures: 'Figures',
    unheard: (list: string) => `I did not understand: ${list}.`,
    noPayee: 'No payee',
    bars: (title: string, count: number, most: string, least: string) =>
      `${title}: ${counted(count, 'bar', 'bars')}. Largest: ${most}. Smallest: ${least}.`,
    line: (title: string, from: string, to: string, most: string) => `${title}: a line from ${from} to ${to}. Highest: ${most}.`,
    others: (count: number) => `${counted(count, 'more', 'more')} in the table`,
  },

  kept: {
    title: 'Kept',
    keep: 'Keep',
    isKept: 'Kept',
    drop: 'Let go',
    dropOf: (question: string) => `Let go of “${question}”`,
  },

  import: {
    /** Told by voice after any act on an import; the rest is in importing.ts. */
    done: (added: number, known: number, aside: number) => `${whole(added)} new, ${whole(known)} already here, ${whole(aside)} set aside`,
    undone: (file: string) => `${file} is taken back. Your ledger is as it was before it.`,
  },

  ledger: {
    title: 'Ledger',
    search: 'Search',
    searchHint: 'Payee or text',
    account: 'Account',
    table: 'Transactions',
    shown: (count: number) => `${transactions(count)} shown`,
    sum: 'Sum of what is shown',
    none: 'No transaction matches.',
    rowsOf: (question: string) => `The rows behind “${question}”`,
    clear: 'Show everything',
    emptyTitle: 'No transactions yet',
    empty: 'Your transactions will stand here, line by line, once a statement is in.',
    add: 'Add a statement',
  },

  models: {
    removeSample: 'Remove the sample ledger',
    sampleRemoved: 'The sample ledger is gone.',
    erased: 'Everything is erased.',
  },

  trace: {
    file: 'sotto-trace.json',
  },

  settings: {
    title: 'Settings',
    home: 'Home currency',
    homeHint: 'For files that do not name their currency.',
    language: 'Language of numbers and dates',
    languageHint: 'Questions and answers are in English for now.',
    theme: 'Colours',
    themes: { auto: 'As on this device', light: 'Light', dark: 'Dark' },
    voice: 'Voice for reading aloud',
    voiceAuto: 'The first voice on this device',
    voiceNone: 'This browser has no voice on this device. Answers stay on the screen.',
    voiceHint: 'Only voices that speak on this device are used.',
    blur: 'Blur amounts',
    blurHint: 'Until you point at them or step onto them. For trains, and for screens that others see. B turns it on and off.',
    keys: 'Single-letter keys',
    keysHint: 'T, R, G, J, K and the rest. They never act while you type.',
    today: 'Today',
    todayHint: (day: string) => `The address of this page says that today is ${day}.`,
  },

  meanings: {
    title: 'What your words mean',
    hint: 'Say “by the office I mean Staples” when you ask, and press Remember.',
    pair: (phrase: string, means: string) => `“${phrase}” means ${means}`,
    remember: 'Remember',
    remembered: 'Remembered',
    taught: (phrase: string, means: string) => `From now on “${phrase}” means ${means}.`,
    forget: 'Forget',
    forgetOf: (phrase: string) => `Forget “${phrase}”`,
    forgotten: (phrase: string) => `“${phrase}” is forgotten.`,
  },

  history: {
    nothing: 'Nothing was done on this visit. “Rules and history” has what was done before.',
  },

  time: {
    under: (least: string) => `under ${least}`,
  },
};

export type Words = typeof en;
