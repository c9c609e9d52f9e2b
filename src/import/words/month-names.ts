// Data: the names of months and weekdays in the languages that banks write, folded (lower case, no accents). A name counts when
// it is one of these, or the beginning of at least three letters of exactly one of them.
import { fold } from '../../base/text.ts';

/** January to December, by language; forms of one month split by '/'. */
const MONTHS: Readonly<Record<string, string>> = {
  en: 'january february march april may june july august september/sept october november december',
  de: 'januar/jänner/jän february/februar/feber märz/maerz/mrz april mai juni juli august september oktober november dezember',
  fr: 'janvier/janv février/fevr/fév mars avril/avr mai juin juillet/juil août/aout septembre octobre novembre décembre/déc',
  es: 'enero/ene febrero marzo abril/abr mayo junio julio agosto/ago septiembre/setiembre/set octubre noviembre diciembre/dic',
  it: 'gennaio/gen febbraio marzo aprile maggio/mag giugno/giu luglio/lug agosto settembre/set ottobre/ott novembre dicembre/dic',
  pt: 'janeiro fevereiro/fev março abril/abr maio junho julho agosto/ago setembro/set outubro/out novembro dezembro/dez',
  nl: 'januari februari maart/mrt april mei juni juli augustus september oktober november december',
  da: 'januar februar marts april maj juni juli august september oktober november december',
  sv: 'januari februari mars april maj juni juli augusti september oktober november december',
  no: 'januar februar mars april mai juni juli august september oktober november desember/des',
  fi: 'tammikuu/tammikuuta/tammi helmikuu/helmikuuta/helmi maaliskuu/maaliskuuta/maalis huhtikuu/huhtikuuta/huhti toukokuu/toukokuuta/touko kesäkuu/kesäkuuta/kesä heinäkuu/heinäkuuta/heinä elokuu/elokuuta/elo syyskuu/syyskuuta/syys lokakuu/lokakuuta/loka marraskuu/marraskuuta/marras joulukuu/joulukuuta/joulu',
  pl: 'styczeń/stycznia/sty luty/lutego/lut marzec/marca/mar kwiecień/kwietnia/kwi maj/maja czerwiec/czerwca/cze lipiec/lipca/lip sierpień/sierpnia/sie wrzesień/września/wrz październik/października/paź listopad/listopada/lis grudzień/grudnia/gru',
  cs: 'leden/ledna/led únor/února/úno březen/března/bře duben/dubna/dub květen/května/kvě červen/června/čvn červenec/července/čvc srpen/srpna/srp září/zář říjen/října/říj listopad_cs/listopadu prosinec/prosince/pro',
  sk: 'január/januára február/februára marec/marca apríl/apríla máj/mája jún/júna júl/júla august/augusta september/septembra október/októbra november/novembra december/decembra',
  hu: 'január február március/márc április/ápr május/máj június/jún július/júl augusztus szeptember/szept október november december',
  hr: 'siječanj/siječnja/sij veljača/veljače/velj ožujak/ožujka/ožu travanj/travnja/tra svibanj/svibnja/svi lipanj/lipnja srpanj/srpnja kolovoz/kolovoza/kol rujan/rujna/ruj listopad_hr studeni/studenoga/stu prosinac/prosinca',
  sl: 'januar februar marec april maj junij julij avgust september oktober november december',
  lt: 'sausis/sausio/saus vasaris/vasario/vas kovas/kovo/kov balandis/balandžio/bal gegužė/gegužės/geg birželis/birželio/birž liepa/liepos/liep rugpjūtis/rugpjūčio/rugp rugsėjis/rugsėjo/rugs spalis/spalio/spal lapkritis/lapkričio/lapkr gruodis/gruodžio/gruod',
  lv: 'janvāris/janv februāris/febr marts aprīlis/apr maijs jūnijs/jūn jūlijs/jūl augusts septembris oktobris/okt novembris decembris',
  et: 'jaanuar/jaan veebruar/veebr märts aprill mai juuni juuli august september oktoober/okt november detsember/dets',
  ro: 'ianuarie/ian februarie martie aprilie mai iunie/iun iulie/iul august septembrie octombrie noiembrie/noi decembrie',
  bg: 'януари/яну февруари/фев март април/апр май юни юли август/авг септември/сеп октомври/окт ноември/ное декември/дек',
  ru: 'январь/января/янв февраль/февраля/фев март/марта/мар апрель/апреля/апр май/мая июнь/июня/июн июль/июля/июл август/августа/авг сентябрь/сентября/сен/сент октябрь/октября/окт ноябрь/ноября/ноя декабрь/декабря/дек',
  uk: 'січень/січня/січ лютий/лютого/лют березень/березня/бер квітень/квітня/кві травень/травня/тра червень/червня/чер липень/липня/лип серпень/серпня/сер вересень/вересня/вер жовтень/жовтня/жов листопад/листопада/лис грудень/грудня/гру',
  tr: 'ocak/oca şubat/şub mart nisan/nis mayıs/mayis haziran/haz temmuz/tem ağustos/ağu eylül/eyl ekim/eki kasım/kasim/kas aralık/aralik/ara',
  el: 'ιανουάριος/ιανουαρίου/ιαν φεβρουάριος/φεβρουαρίου/φεβ μάρτιος/μαρτίου/μαρ απρίλιος/απριλίου/απρ μάιος/μαΐου/μαι ιούνιος/ιουνίου/ιουν ιούλιος/ιουλίου/ιουλ αύγουστος/αυγούστου/αυγ σεπτέμβριος/σεπτεμβρίου/σεπ οκτώβριος/οκτωβρίου/οκτ νοέμβριος/νοεμβρίου/νοε δεκέμβριος/δεκεμβρίου/δεκ',
  he: 'ינואר פברואר מרץ/מרס אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר',
  ar: 'يناير/كانون_الثاني فبراير/شباط مارس/آذار أبريل/ابريل/نيسان مايو/أيار يونيو/حزيران يوليو/تموز أغسطس/اغسطس/آب سبتمبر/أيلول أكتوبر/اكتوبر نوفمبر ديسمبر',
  af: 'januarie februarie maart/mrt april mei junie julie augustus september oktober november desember/des',
  id: 'januari februari maret april mei juni juli agustus/agu september oktober november/nop desember/des',
  ms: 'januari februari mac april mei jun julai ogos september oktober november disember/dis',
  vi: 'tháng_1 tháng_2 tháng_3 tháng_4 tháng_5 tháng_6 tháng_7 tháng_8 tháng_9 tháng_10 tháng_11 tháng_12',
};

/** Weekdays, long and short, of the languages that put them before dates. */
const WEEKDAYS =
  'monday mon tuesday tue tues wednesday wed thursday thu thur thurs friday fri saturday sat sunday sun ' +
  'montag mo dienstag di mittwoch mi donnerstag do freitag fr samstag sa sonntag so sonnabend ' +
  'lundi lun mardi mercredi mer jeudi jeu vendredi ven samedi sam dimanche dim ' +
  'lunes martes miercoles mie jueves jue viernes vie sabado sab domingo dom ' +
  'lunedi martedi mercoledi giovedi gio venerdi sabato domenica ' +
  'segunda terca quarta quinta sexta seg ter qua qui sex ' +
  'maandag ma dinsdag woensdag wo donderdag vrijdag vr zaterdag za zondag zo ' +
  'mandag tirsdag onsdag torsdag fredag lordag sondag mandag tisdag ' +
  'poniedzialek wtorek sroda czwartek piatek sobota niedziela ' +
  'понедельник вторник среда четверг пятница суббота воскресенье пн вт ср чт пт сб вс';

const monthByName = new Map<string, number>();
for (const names of Object.values(MONTHS)) {
  names.split(' ').forEach((forms, index) => {
    for (const form of forms.split('/')) {
      const name = fold(form.split('_')[0] ?? form);
      // A name that two languages give to different months (Czech and Croatian "listopad") belongs to the first said.
      if (name && !form.includes('_') && !monthByName.has(name)) monthByName.set(name, index + 1);
    }
  });
}
const weekdays = new Set(WEEKDAYS.split(' '));

const remembered = new Map<string, number>();

/** 1 to 12 for a folded word that names a month (whole, or cut after three letters), 0 for any other word. */
export function monthOfName(word: string): number {
  const known = monthByName.get(word) ?? remembered.get(word);
  if (known !== undefined) return known;
  const month = word.length >= 3 && word.length <= 12 ? byBeginning(word) : 0;
  if (remembered.size < 4096) remembered.set(word, month);
  return month;
}

function byBeginning(word: string): number {
  let found = 0;
  for (const [name, month] of monthByName) {
    if (!name.startsWith(word)) continue;
    if (found !== 0 && found !== month) return 0;
    found = month;
  }
  return found;
}

export const isWeekday = (word: string): boolean => weekdays.has(word);
