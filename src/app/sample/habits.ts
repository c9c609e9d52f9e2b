// What the invented household does with its money. A data table: amounts are whole cents, `each` is how often on an average day.

export interface Habit {
  descriptors: readonly [string, ...string[]];
  category: string;
  /** Purchases a day, on average. */
  each: number;
  low: number;
  high: number;
  /** Days of the week on which it happens, 0 Sunday; every day when left out. */
  weekdays?: readonly number[];
  /** How much busier November and December are. */
  december?: number;
}

/** `#` stands for a digit of a store or reference, `@` for a letter or digit. */
export const habits: readonly Habit[] = [
  {
    descriptors: ['ALDER STREET MARKET 0## PORTLAND OR', 'ALDER STREET MARKET PORTLAND OR'],
    category: 'Groceries',
    each: 0.24,
    low: 1800,
    high: 9600,
  },
  {
    descriptors: ['TRADER JOE S #142 PORTLAND OR', "TRADER JOE'S #151 QPS PORTLAND OR"],
    category: 'Groceries',
    each: 0.16,
    low: 1500,
    high: 7800,
  },
  { descriptors: ['COSTCO WHSE #0692 TIGARD OR'], category: 'Groceries', each: 0.06, low: 9000, high: 26000, weekdays: [0, 6] },
  { descriptors: ['NEW SEASONS MARKET #04 PORTLAND OR'], category: 'Groceries', each: 0.05, low: 900, high: 5200 },
  {
    descriptors: ['SQ *HERON COFFEE PORTLAND OR', 'SQ *HERON COFFEE 0213 PORTLAND OR'],
    category: 'Food & Drink',
    each: 0.34,
    low: 425,
    high: 1150,
    weekdays: [1, 2, 3, 4, 5],
  },
  {
    descriptors: ['STARBUCKS STORE 0#### PORTLAND OR', 'STARBUCKS 800-782-7282 WA'],
    category: 'Food & Drink',
    each: 0.12,
    low: 475,
    high: 1650,
  },
  {
    descriptors: ['TST* LITTLE LANTERN RAMEN PORTLAND OR'],
    category: 'Food & Drink',
    each: 0.05,
    low: 2400,
    high: 7200,
    weekdays: [4, 5, 6],
  },
  {
    descriptors: ['TST* OSTERIA VESPA - PEARL PORTLAND OR'],
    category: 'Food & Drink',
    each: 0.025,
    low: 5800,
    high: 14500,
    weekdays: [5, 6],
  },
  { descriptors: ['EL PUERTO TAQUERIA PORTLAND OR'], category: 'Food & Drink', each: 0.07, low: 1100, high: 3400 },
  {
    descriptors: ['CHIPOTLE 2### BEAVERTON OR', 'CHIPOTLE ONLINE 303-595-4000 CO'],
    category: 'Food & Drink',
    each: 0.05,
    low: 1150,
    high: 2900,
  },
  { descriptors: ['THE COPPER KETTLE PUB PORTLAND OR'], category: 'Food & Drink', each: 0.04, low: 1800, high: 6400, weekdays: [4, 5, 6] },
  {
    descriptors: ['DOORDASH*BASIL & LIME 855-973-1040 CA', 'DD *DOORDASH DUMPLINGH 855-973-1040 CA'],
    category: 'Food & Drink',
    each: 0.075,
    low: 2600,
    high: 6900,
    weekdays: [0, 3, 4, 5, 6],
  },
  { descriptors: ['UBER *EATS HELP.UBER.COM CA'], category: 'Food & Drink', each: 0.03, low: 2200, high: 5600 },
  { descriptors: ['UBER *TRIP HELP.UBER.COM CA', 'UBER   TRIP HELP.UBER.COM CA'], category: 'Travel', each: 0.07, low: 900, high: 3600 },
  { descriptors: ['LYFT *RIDE @@@ LYFT.COM CA'], category: 'Travel', each: 0.04, low: 850, high: 3300 },
  { descriptors: ['TRIMET HOP FASTPASS 503-238-7433 OR'], category: 'Travel', each: 0.11, low: 280, high: 560, weekdays: [1, 2, 3, 4, 5] },
  { descriptors: ['SHELL OIL 5744######0 PORTLAND OR', 'CHEVRON 009#### TIGARD OR'], category: 'Gas', each: 0.09, low: 3200, high: 6100 },
  { descriptors: ['PARKING KITTY 503-555-0123 OR'], category: 'Travel', each: 0.05, low: 220, high: 900 },
  {
    descriptors: ['AMZN MKTP US*@@@@@@@@@ AMZN.COM/BILL WA', 'AMAZON.COM*@@@@@@ AMZN.COM/BILL WA'],
    category: 'Shopping',
    each: 0.2,
    low: 850,
    high: 8900,
    december: 2,
  },
  { descriptors: ['TARGET 0001#### BEAVERTON OR'], category: 'Shopping', each: 0.05, low: 1400, high: 9800, december: 1.6 },
  { descriptors: ['SPINDRIFT TOYS & GAMES PORTLAND OR'], category: 'Gifts & Donations', each: 0.018, low: 1500, high: 7500, december: 3 },
  {
    descriptors: ['UNIQLO USA LLC PORTLAND OR', 'REI #11 PORTLAND OR'],
    category: 'Shopping',
    each: 0.03,
    low: 2900,
    high: 16500,
    december: 1.5,
  },
  {
    descriptors: ['HARTWELL HARDWARE CO PORTLAND OR', 'THE HOME DEPOT 4### PORTLAND OR'],
    category: 'Home',
    each: 0.04,
    low: 900,
    high: 13500,
  },
  { descriptors: ["POWELL'S BOOKS BURNSIDE PORTLAND OR"], category: 'Shopping', each: 0.035, low: 1200, high: 5200, december: 1.8 },
  {
    descriptors: ['WALGREENS #11### PORTLAND OR', 'CVS/PHARMACY #0#### PORTLAND OR'],
    category: 'Health & Wellness',
    each: 0.05,
    low: 600,
    high: 4200,
  },
  { descriptors: ['BRIDGETOWN CINEMA PORTLAND OR'], category: 'Entertainment', each: 0.03, low: 1500, high: 5400, weekdays: [0, 5, 6] },
  { descriptors: ['SEPHORA 0562 PORTLAND OR'], category: 'Personal', each: 0.018, low: 1800, high: 8200 },
  { descriptors: ['FINCH & FERN HAIR STUDIO PORTLAND OR'], category: 'Personal', each: 0.022, low: 4500, high: 9800 },
  { descriptors: ['PAW & FEATHER PET SUPPLY PORTLAND OR'], category: 'Shopping', each: 0.03, low: 1400, high: 7600 },
  { descriptors: ['STEAMGAMES.COM 4259522985 WA'], category: 'Entertainment', each: 0.015, low: 499, high: 5999 },
];

export interface Subscription {
  descriptor: string;
  category: string;
  /** Day of the month. */
  date: number;
  /** Prices in cents, each from so many months after the beginning. */
  prices: readonly (readonly [fromMonth: number, cents: number])[];
  /** Month after the beginning in which the last charge came, when cancelled. */
  until?: number;
}

export const subscriptions: readonly Subscription[] = [
  {
    descriptor: 'NETFLIX.COM 866-579-7172 CA',
    category: 'Entertainment',
    date: 7,
    prices: [
      [0, 1549],
      [19, 1799],
    ],
  },
  {
    descriptor: 'Spotify USA 877-7781161 NY',
    category: 'Entertainment',
    date: 12,
    prices: [
      [0, 1599],
      [14, 1699],
      [31, 1999],
    ],
  },
  {
    descriptor: 'DISNEYPLUS 888-9057888 CA',
    category: 'Entertainment',
    date: 21,
    prices: [
      [4, 1099],
      [16, 1399],
    ],
  },
  { descriptor: 'HLU*HULU 2289445127-U HULU.COM/BILL CA', category: 'Entertainment', date: 3, prices: [[0, 799]], until: 17 },
  {
    descriptor: 'NYTIMES*NYTIMES 800-698-4637 NY',
    category: 'Entertainment',
    date: 18,
    prices: [
      [0, 1700],
      [22, 2500],
    ],
  },
  { descriptor: 'APPLE.COM/BILL 866-712-7753 CA', category: 'Bills & Utilities', date: 14, prices: [[0, 299]] },
  { descriptor: 'DROPBOX*@@@@@@@@@@@@ DROPBOX.COM CA', category: 'Professional Services', date: 9, prices: [[0, 1199]] },
  {
    descriptor: 'ADOBE *CREATIVE CLOUD 408-536-6000 CA',
    category: 'Professional Services',
    date: 25,
    prices: [
      [0, 5499],
      [12, 5999],
      [27, 6999],
    ],
  },
  {
    descriptor: 'CRESTLINE CLIMBING GYM PORTLAND OR',
    category: 'Health & Wellness',
    date: 1,
    prices: [
      [0, 8900],
      [13, 9400],
    ],
  },
  { descriptor: 'PLANET FIT CLUB FEES 844-880-7180 NH', category: 'Health & Wellness', date: 17, prices: [[0, 2499]], until: 11 },
  { descriptor: 'KBRD PUBLIC RADIO 503-555-0188 OR', category: 'Gifts & Donations', date: 5, prices: [[0, 1500]] },
];

export interface Trip {
  /** Months before today's month, and the first day of the stay. */
  monthsAgo: number;
  date: number;
  nights: number;
  flight: readonly [descriptor: string, cents: number];
  hotel: readonly [descriptor: string, cents: number];
  /** What the travel card sees, in euro cents. */
  places: readonly (readonly [descriptor: string, low: number, high: number, each: number])[];
  cashAt: string;
}

export const trips: readonly Trip[] = [
  {
    monthsAgo: 26,
    date: 9,
    nights: 8,
    flight: ['TAP AIR PORTUGAL 0472193884021 LISBON', 128440],
    hotel: ['Hotel Casa das Andorinhas', 61200],
    places: [
      ['Pastelaria Aurora', 320, 1150, 1],
      ['Tasca do Gato', 2100, 5400, 0.8],
      ['Metro de Lisboa', 660, 990, 0.4],
      ['Museu do Mar', 1000, 2400, 0.3],
      ['Pingo Doce', 800, 3600, 0.5],
      ['Uber', 540, 1450, 0.6],
    ],
    cashAt: 'Cash at Multibanco Lisboa',
  },
  {
    monthsAgo: 14,
    date: 12,
    nights: 10,
    flight: ['LUFTHANSA 2203398812764 FRANKFURT', 141260],
    hotel: ['Hotel Lindenhof Wien', 93800],
    places: [
      ['Kaffeehaus Prohaska', 480, 1600, 1],
      ['Gasthaus Zum Raben', 2400, 6100, 0.8],
      ['Wiener Linien', 240, 1720, 0.6],
      ['Kunstmuseum Wien', 1500, 3600, 0.4],
      ['Billa', 700, 3100, 0.5],
      ['Starbucks', 430, 1200, 0.3],
      ['ÖBB', 1900, 6200, 0.2],
    ],
    cashAt: 'Cash at Geldautomat Wien',
  },
  {
    monthsAgo: 2,
    date: 6,
    nights: 9,
    flight: ['KLM 0742265511903 AMSTERDAM', 136980],
    hotel: ['Hotel De Zwaluw', 88400],
    places: [
      ['Koffie Kade', 390, 1250, 1],
      ['Eetcafe De Molen', 2200, 5700, 0.8],
      ['GVB', 340, 900, 0.7],
      ['Museum aan het IJ', 1750, 4200, 0.4],
      ['Albert Heijn', 600, 3400, 0.6],
      ['Bike Rental Zuid', 1400, 2800, 0.3],
      ['Starbucks', 430, 1250, 0.4],
    ],
    cashAt: 'Cash at Geldmaat Amsterdam',
  },
];
