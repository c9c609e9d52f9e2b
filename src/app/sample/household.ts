// An invented household of three years in four accounts, each a CSV text in another bank's layout, to be imported like any file.
// The same day gives the same files. Nobody in it is real; the well-known shops are there so that questions sound like life.
import {
  addDays,
  addMonths,
  dateOf,
  dayNumber,
  daysInMonth,
  monthOf,
  startOf,
  toDay,
  weekdayOf,
  yearOf,
  type Day,
} from '../../base/days.ts';
import { habits, subscriptions, trips, type Trip } from './habits.ts';
import {
  writeCard,
  writeChecking,
  writeSavings,
  writeTravelCard,
  type CardRow,
  type CheckingRow,
  type SavingsRow,
  type TravelRow,
} from './layouts.ts';
import { random, type Random } from './random.ts';

export interface SampleFile {
  fileName: string;
  text: string;
}

const MONTHS = 36;
const SEED = 20231107;

/** Four statements that end at `today`; about 3,500 rows. */
export function sampleHousehold(today: Day): SampleFile[] {
  const books = new Books(today);
  books.keep();
  return [
    { fileName: 'everyday-checking.csv', text: writeChecking(books.checking, 418255) },
    { fileName: 'credit-card.csv', text: writeCard(books.card) },
    { fileName: 'rainy-day-savings.csv', text: writeSavings(books.savings) },
    { fileName: 'travel-card-eur.csv', text: writeTravelCard(books.travel) },
  ];
}

class Books {
  readonly checking: CheckingRow[] = [];
  readonly card: CardRow[] = [];
  readonly savings: SavingsRow[] = [];
  readonly travel: TravelRow[] = [];
  readonly #first: Day;
  readonly #random: Random = random(SEED);
  #saved = 640_000;

  constructor(private readonly today: Day) {
    this.#first = addMonths(startOf(today, 'month'), -MONTHS);
  }

  keep(): void {
    for (let month = 0; month <= MONTHS; month++) {
      const start = addMonths(this.#first, month);
      this.#home(start, month);
      this.#pay(start, month);
      this.#subscribe(start, month);
      this.#save(start);
    }
    for (let day = this.#first; day <= this.today; day = addDays(day, 1)) this.#live(day);
    for (const trip of trips) this.#travel(trip);
    this.#events();
    this.#payCard();
  }

  /** The date of a month, in a month that may be shorter. */
  #on = (start: Day, date: number): Day => toDay(yearOf(start), monthOf(start), Math.min(date, daysInMonth(yearOf(start), monthOf(start))));

  #bank(day: Day, cents: number, description: string, type: string): void {
    if (day <= this.today) this.checking.push({ day, cents, description: this.#fill(description), type });
  }

  #notAfterToday = (day: Day): Day => (day > this.today ? this.today : day);

  #charge(day: Day, cents: number, description: string, category: string, type: CardRow['type'] = 'Sale'): void {
    if (day <= this.today)
      this.card.push({
        day,
        posted: this.#notAfterToday(addDays(day, this.#random.between(1, 2))),
        cents,
        description: this.#fill(description),
        category,
        type,
      });
  }

  #fill = (text: string): string =>
    text.replace(/#(?=[#\s]|$)|(?<=[\d#])#/g, () => String(this.#random.between(0, 9))).replace(/@/g, () => this.#random.code(1));

  #home(start: Day, month: number): void {
    const years = Math.floor((month + 4) / 12);
    this.#bank(this.#on(start, 1), -(214500 + years * 6500), 'ELM COURT APARTMENTS RENT WEB ID: 9000317745', 'ACH_DEBIT');
    const winter = Math.cos(((monthOf(start) - 1) / 12) * 2 * Math.PI);
    const power = 9200 + Math.round(winter * 5200) + years * 420 + this.#random.between(-700, 700);
    this.#bank(this.#on(start, 16), -power, 'CASCADE POWER & LIGHT UTIL BILL PPD ID: 4930256820', 'ACH_DEBIT');
    if (month % 3 === 1)
      this.#bank(this.#on(start, 22), -this.#random.between(9800, 13900), 'PORTLAND WATER BUREAU BILLPAY PPD ID: 6930013220', 'ACH_DEBIT');
    this.#bank(this.#on(start, 9), -(month < 21 ? 7000 : 7900), 'COMCAST XFINITY INTERNET WEB ID: 0000213249', 'ACH_DEBIT');
    this.#bank(this.#on(start, 19), -(11240 + Math.floor(month / 6) * 310), 'PROGRESSIVE INS PREM PPD ID: 9409348098', 'ACH_DEBIT');
    this.#bank(this.#on(start, 27), -24815, 'NELNET STDNT LOAN PPD ID: 1411731321', 'ACH_DEBIT');
    if (month >= 12)
      this.#bank(this.#on(start, 3), -(month < 25 ? 92000 : 96500), 'LITTLE HERON PRESCHOOL TUITION WEB ID: 7351100200', 'ACH_DEBIT');
    this.#charge(this.#on(start, 11), month < 18 ? 9000 : 9500, 'VZWRLSS*APOCC VISB 800-922-0204 FL', 'Bills & Utilities');
  }

  #pay(start: Day, month: number): void {
    const raises = Math.floor((month + 2) / 12);
    for (const date of [15, 31])
      this.#bank(this.#on(start, date), 268_420 + raises * 9_640, 'BRIGHTWATER STUDIO PAYROLL PPD ID: 9111024499', 'ACH_CREDIT');
    if (monthOf(start) === 12)
      this.#bank(this.#on(start, 18), 240_000 + raises * 30_000, 'BRIGHTWATER STUDIO BONUS PAYROLL PPD ID: 9111024499', 'ACH_CREDIT');
    if (monthOf(start) === 4)
      this.#bank(this.#on(start, 14), 118_300 + raises * 9_700, 'IRS TREAS 310 TAX REF PPD ID: 9111036170', 'ACH_CREDIT');
    if (this.#random.chance(0.5))
      this.#bank(
        this.#on(start, this.#random.between(4, 26)),
        this.#random.between(2200, 9400),
        'Zelle payment from NADIA FLORES 22########1',
        'QUICKPAY_CREDIT',
      );
    if (this.#random.chance(0.4))
      this.#bank(
        this.#on(start, this.#random.between(4, 26)),
        -this.#random.between(2000, 8800),
        'Zelle payment to Tobias Grant 22########7',
        'QUICKPAY_DEBIT',
      );
  }

  #subscribe(start: Day, month: number): void {
    for (const { descriptor, category, date, prices, until } of subscriptions) {
      const price = prices.findLast(([from]) => from <= month)?.[1];
      if (price !== undefined && month <= (until ?? MONTHS)) this.#charge(this.#on(start, date), price, descriptor, category);
    }
    if (monthOf(start) === 7) this.#charge(this.#on(start, 8), 13900, 'AMAZON PRIME*@@@@@@@@@ AMZN.COM/BILL WA', 'Shopping');
    if (monthOf(start) === 10) this.#charge(this.#on(start, 2), 9500, 'ANNUAL MEMBERSHIP FEE', 'Fees & Adjustments', 'Fee');
  }

  /** What goes to savings on the 4th, its interest at the end of the month, and now and then a piece back. */
  #save(start: Day): void {
    this.#move(this.#on(start, 4), 60_000);
    if (monthOf(start) === 8) this.#move(this.#on(start, 20), -150_000);
    const last = this.#on(start, 31);
    const interest = Math.round((this.#saved * 0.041) / 12);
    if (last > this.today) return;
    this.#saved += interest;
    this.savings.push({ day: last, cents: interest, type: 'Interest', description: 'Interest Paid' });
  }

  #move(day: Day, cents: number): void {
    if (day > this.today) return;
    this.#saved += cents;
    const date = `${day.slice(5, 7)}/${day.slice(8)}`;
    this.#bank(day, -cents, `Online Transfer ${cents > 0 ? 'to' : 'from'} SAV ...8830 transaction#: 1########## ${date}`, 'ACCT_XFER');
    this.savings.push({
      day: addDays(day, cents > 0 ? 1 : 0),
      cents,
      type: cents > 0 ? 'Deposit' : 'Withdrawal',
      description: `Requested transfer ${cents > 0 ? 'from' : 'to'} CHECKING XXXXXX2041`,
    });
    if (addDays(day, 1) > this.today) this.savings.pop();
  }

  #live(day: Day): void {
    // Every second Friday.
    if (weekdayOf(day) === 5 && dayNumber(day) % 14 < 7)
      this.#bank(
        day,
        118_250 + Math.max(0, yearOf(day) - yearOf(this.#first)) * 3_120,
        'COUNTY OF ALDER PAYROLL PPD ID: 9300440071',
        'ACH_CREDIT',
      );
    const away = trips.some((trip) => this.#isAway(trip, day));
    const busy = monthOf(day) === 12 || (monthOf(day) === 11 && dateOf(day) > 20);
    // Prices creep up by about three in a hundred each year.
    const dearer = 1 + (dayNumber(day) - dayNumber(this.#first)) * 0.00008;
    for (const { descriptors, category, each, low, high, weekdays, december = 1 } of habits) {
      if (away || (weekdays && !weekdays.includes(weekdayOf(day)))) continue;
      const often = ((each * 7) / (weekdays?.length ?? 7)) * (busy ? december : 1);
      if (this.#random.chance(often))
        this.#charge(day, Math.round(this.#random.between(low, high) * dearer), this.#random.pick(descriptors), category);
    }
    if (!away && this.#random.chance(0.055))
      this.#bank(
        day,
        -this.#random.pick([4000, 6000, 6000, 10000]),
        `ATM WITHDRAWAL 00#### ${day.slice(5, 7)}/${day.slice(8)} 210 ALDER ST`,
        'ATM',
      );
    if (this.#random.chance(0.004)) this.#bank(day, -300, 'NON-NETWORK ATM FEE', 'FEE_TRANSACTION');
  }

  #arrival = ({ monthsAgo, date }: Trip): Day => this.#on(addMonths(startOf(this.today, 'month'), -monthsAgo), date);

  #isAway(trip: Trip, day: Day): boolean {
    const from = this.#arrival(trip);
    return day >= from && day <= addDays(from, trip.nights);
  }

  #travel(trip: Trip): void {
    const from = this.#arrival(trip);
    const { places, nights, cashAt } = trip;
    this.#charge(addDays(from, -41), trip.flight[1], trip.flight[0], 'Travel');
    this.#topUp(addDays(from, -6), 180_000);
    this.#spend(from, trip.hotel[1], trip.hotel[0]);
    this.#spend(addDays(from, 1), 10_000, cashAt, 'ATM');
    for (let night = 0; night <= nights; night++) {
      for (const [name, low, high, each] of places)
        if (this.#random.chance(each)) this.#spend(addDays(from, night), this.#random.between(low, high), name);
    }
  }

  #topUp(day: Day, euroCents: number): void {
    if (day > this.today) return;
    this.#bank(day, -Math.round(euroCents * 1.09), 'WANDER CARD TOP-UP *5518', 'DEBIT_CARD');
    this.travel.push({ day, cents: euroCents, type: 'TOPUP', description: 'Top-Up by *2041', state: 'COMPLETED' });
  }

  #spend(day: Day, euroCents: number, description: string, type: TravelRow['type'] = 'CARD_PAYMENT'): void {
    if (day > this.today) return;
    this.travel.push({
      day,
      cents: -euroCents,
      type,
      description,
      state: type === 'CARD_PAYMENT' && this.#random.chance(0.015) ? 'REVERTED' : 'COMPLETED',
    });
  }

  /** What makes a ledger worth asking about: a repair, a dentist charged twice and put right, things sent back, a twin nobody noticed. */
  #events(): void {
    const ago = (days: number) => addDays(this.today, -days);
    this.#charge(ago(201), 148_236, 'KESTREL AUTO WORKS PORTLAND OR', 'Automotive');
    for (const days of [1020, 655, 298]) this.#charge(ago(days), 16_500, 'SELLWOOD DENTAL GROUP PORTLAND OR', 'Health & Wellness');
    this.#charge(ago(298), 16_500, 'SELLWOOD DENTAL GROUP PORTLAND OR', 'Health & Wellness');
    this.#charge(ago(289), -16_500, 'SELLWOOD DENTAL GROUP PORTLAND OR', 'Health & Wellness', 'Return');
    for (const days of [23, 23]) this.#charge(ago(days), 4_870, 'TST* LITTLE LANTERN RAMEN PORTLAND OR', 'Food & Drink');
    for (const [days, cents] of [
      [880, 3_499],
      [610, 5_230],
      [402, 2_199],
      [166, 7_450],
      [38, 4_125],
    ] as const)
      this.#charge(ago(days), -cents, 'AMZN MKTP US AMZN.COM/BILL WA', 'Shopping', 'Return');
    this.#charge(ago(341), -6_480, 'UNIQLO USA LLC PORTLAND OR', 'Shopping', 'Return');
    this.#charge(ago(96), 89_900, 'WILLOW & OAK FURNITURE PORTLAND OR', 'Home');
    this.#charge(ago(470), 129_900, 'APPLE STORE #R123 PORTLAND OR', 'Shopping');
    this.#charge(ago(512), 2_900, 'LATE FEE', 'Fees & Adjustments', 'Fee');
    for (const [days, number] of [
      [960, 1041],
      [702, 1042],
      [433, 1043],
      [120, 1044],
    ] as const)
      this.#bank(ago(days), -18_500, `CHECK ${number}`, 'CHECK_PAID');
    for (const days of [788, 214]) this.#bank(ago(days), -1_200, 'MONTHLY SERVICE FEE', 'FEE_TRANSACTION');
  }

  /** Each month's card bill, paid on the 24th of the next month from checking. */
  #payCard(): void {
    const byMonth = new Map<Day, number>();
    for (const { day, cents } of this.card) byMonth.set(startOf(day, 'month'), (byMonth.get(startOf(day, 'month')) ?? 0) + cents);
    for (const [month, cents] of byMonth) {
      const day = addDays(addMonths(month, 1), 23);
      if (day > this.today) continue;
      this.#bank(day, -cents, `Payment to Northwind card ending in 2217 ${day.slice(5, 7)}/${day.slice(8)}`, 'LOAN_PMT');
      this.#charge(day, -cents, 'Payment Thank You-Mobile', '', 'Payment');
    }
  }
}
