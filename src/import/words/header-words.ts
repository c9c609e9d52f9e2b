// Data: what banks call the columns of their files, by role, in some thirty languages. Folded when looked up (lower case, no
// accents, signs as blanks). A phrase claims a header that it covers whole, or in which it stands as whole words, or, from
// five letters on, that ends in it (German and Nordic compounds); the phrase that covers most wins. Add words freely.
import { fold } from '../../base/text.ts';
import type { Role } from '../reading.ts';

/** `noise` names columns that look like others but are none (exchange rate, number of shares, tax). */
export type HeaderRole = Role | 'noise';

const PHRASES: Readonly<Record<Exclude<HeaderRole, 'ignore'>, string>> = {
  // The day on which the person acted: the day of the movement itself.
  day: `帳務日期|账务日期|帳務日|账务日|date|transaction date|trans date|trans. date|tran date|txn date|trx date|date of transaction|purchase date|started date|operation date|date of operation|payment date|date time|datetime|date/time|run date|trade date|activity date|day|when|close date|open date|timestamp|transaction time|transactiondate|transaction_date|trandate|transaction datetime|date utc|authorised date|authorized date|effective date|entered date|date (utc)|started|start date|date initiated
    |datum|belegdatum|kaufdatum|transaktionsdatum|umsatzdatum|einkaufsdatum|zahlungsdatum|buchung|tag|zeitpunkt|datum und uhrzeit|auftragsdatum|erfassungsdatum|ausführungsdatum|transaktion datum
    |date de l operation|date operation|date d operation|date opération|date transaction|date de transaction|date d achat|date de la transaction|date de l opération|jour|date achat|dateop|date op
    |fecha|fecha operacion|fecha de operacion|fecha operación|fecha de la operacion|f. operacion|f operacion|fecha transaccion|fecha de transacción|fecha compra|fecha movimiento|fecha de movimiento|fecha mov|fecha y hora|dia
    |data|data operazione|data dell operazione|data transazione|data movimento|data acquisto|data op|data esecuzione|data e ora|giorno
    |data da operação|data operação|data operacao|data mov|data movimento|data mov.|data do movimento|data da transação|data transação|data da compra|data lançamento|data de lançamento|data do lançamento|data hora|data e hora
    |transactiedatum|datum transactie|transactie datum|uitvoeringsdatum|aankoopdatum|datum verrichting
    |dato|transaktionsdato|købsdato|kjøpsdato|transaksjonsdato|dag|transaktionsdag|inköpsdatum|köpdatum|datum transaktion|utført dato|utforelsesdato|dato og tid
    |päivä|päivämäärä|pvm|tapahtumapäivä|maksupäivä|ostopäivä|tapahtuman päivä|tapahtumapvm
    |data transakcji|data operacji|data zakupu|data płatności|dzień|data i godzina|data dokonania|data waluty transakcji
    |datum transakce|datum provedení|datum operace|datum platby|datum pohybu|datum a čas|den|dátum|dátum transakcie|dátum operácie|dátum platby|datum uskutečnění|datum provedeni
    |tranzakció dátuma|tranzakció napja|tranzakció ideje|tranzakció időpontja|dátum|művelet dátuma|vásárlás dátuma|teljesítés dátuma|nap|terhelés dátuma
    |operacijos data|atlikimo data|mokėjimo data|data ir laikas|įvykdymo data|diena|darījuma datums|datums|maksājuma datums|datums un laiks|izpildes datums
    |kuupäev|tehingu kuupäev|makse kuupäev|kuupaev|makse kuupäev|tehingu aeg
    |data tranzacției|data tranzacţiei|data tranzactiei|data operațiunii|data operatiunii|data efectuarii|data si ora|data platii
    |дата|дата операции|дата транзакции|дата совершения операции|дата покупки|дата и время|дата и время операции|дата платежа|время операции|дата проведения операции|дата опер|дата совершения
    |дата операції|дата транзакції|дата і час|дата i час операції|дата та час|дата здійснення операції|дата платежу|дата и час|дата на операция|дата на транзакция|дата і час операції|дата операцii
    |tarih|işlem tarihi|islem tarihi|harcama tarihi|tarih saat|işlem tarih|tarih/saat|islem zamanı|işlem zamanı
    |ημερομηνία|ημερομηνία συναλλαγής|ημ/νία|ημ νια|ημ νια συναλλαγης|ημερ|ημερομηνία κίνησης|ημνια
    |תאריך|תאריך עסקה|תאריך פעולה|תאריך העסקה|תאריך רכישה|תאריך הפעולה|יום
    |التاريخ|تاريخ|تاريخ العملية|تاريخ المعاملة|تاريخ الحركة|تاريخ العمليه
    |日期|交易日期|交易日|交易时间|交易時間|交易日時|发生日期|發生日期|记账日期|消费日期|消費日|交易发生日期|时间|時間|交易创建时间|付款时间|交易日期时间
    |日付|取引日|利用日|ご利用日|お取引日|年月日|取引日時|お取り扱い日|お取扱日|操作日|計算日|支払日|日時
    |거래일|거래일자|거래일시|일자|날짜|이용일|이용일자|이용일시|사용일|거래 일시|승인일|승인일자|거래시간|tanggal|tanggal transaksi|tgl|ngày|ngày giao dịch|ngay gd|วันที่|datum transakcije|datum izvršenja|data e transaksionit`,
  // The day on which the bank wrote it down.
  'booked-day': `created|created at|created utc|created date|created on|creation date|created_at|reskontradatum|reskontra datum|kontohændelse dato|datum knjizenja|datum obdelave|dátum spracovania|datum zpracování|booking date|booked date|posting date|post date|posted date|posted|date posted|post_date|processed date|date processed|processing date|settlement date|settled date|completed date|date completed|completed|cleared date|ledger date|book date|date of posting|entry date|booked on|bookingdate|booked|posted on|completion date|accounting date|available on|available on utc|statement date|process date|finished on|date of booking
    |buchungstag|buchungsdatum|buchungs datum|verbuchungsdatum|datum der buchung|abrechnungsdatum|gebucht am|verbucht am|verrechnungsdatum
    |date comptable|date de comptabilisation|date comptabilisation|date de traitement|date d écriture|date écriture|date de réglement|date d inscription|date execution|date d exécution|date d enregistrement|date bilan|date de débit|date debit
    |fecha contable|fecha contabilización|fecha de contabilización|fecha de registro|fecha registro|fecha proceso|fecha de cargo|fecha de abono|fecha aplicación|f contable|fecha liquidacion|fecha de asiento
    |data contabile|data registrazione|data di registrazione|data contabilizzazione|data di contabilizzazione|data addebito|data registro
    |data contabilística|data contabilistica|data contábil|data do balancete|data processamento|data de processamento|data balancete
    |boekdatum|boekingsdatum|datum boeking|datum geboekt|verwerkingsdatum|datum verwerking|rekeningdatum
    |bogføringsdato|bogført|bogført dato|bogforingsdag|posteringsdato|bokföringsdag|bokföringsdatum|bokförd|bokfört|reskontradag|bokført dato|bokført|bokføringsdato|bogføringsdag
    |kirjauspäivä|kirjauspvm|kirjaus päivä|kirjattu|kirjauspäivämäärä
    |data księgowania|data księg|data zaksięgowania|data rozliczenia|data ksiegowania
    |datum zaúčtování|zaúčtováno|zaúčtovaná|datum zaúčtovaní|dátum zaúčtovania|dátum účtovania|zauctovano|datum účtování|datum knjiženja|datum zauctovani|datum spracovania|dátum spracovania
    |könyvelés dátuma|könyvelés napja|könyvelési dátum|könyvelés|elszámolás dátuma|lekönyvelés dátuma|feldolgozás dátuma
    |įrašo data|apskaitos data|registravimo data|grāmatošanas datums|iegrāmatošanas datums|kande kuupäev|kandekuupäev|arvestuskuupäev
    |data înregistrării|data inregistrarii|data procesării|data procesarii|data contabilizării|data decontarii
    |дата проводки|дата обработки|дата списания|дата зачисления|дата отражения|дата учета|дата проведения|дата обработки операции|дата отражения по счету|дата расчета|дата осчетовяване|дата обробки|дата проведення|дата проводки операції|дата списання|дата валутування проводки|дата відображення|дата обробки операції
    |muhasebe tarihi|hesaba geçiş tarihi|kayıt tarihi|ekstre tarihi|ημερομηνία καταχώρισης|ημερομηνία εκτέλεσης|תאריך חיוב|תאריך רישום|תאריך החיוב|מועד חיוב|تاريخ القيد|تاريخ التسجيل|تاريخ الترحيل
    |入账日期|入帳日期|记账日|記帳日|入账日|入帳日|过账日期|结算日期|起息日期|清算日期|處理日期|処理日|記帳日付|計上日|확정일|매입일|전표매입일|결제일|청구일|tanggal posting|ngày hạch toán|ngày hiệu lực`,
  // The day from which interest counts.
  'value-day': `valiutos data|valiutavimo data|valūtas datums|datum valute|valuta datum|väärtuse kuupäev|valööripäev|valor tarihi|дата на вальор|ημερομηνια valeur|valeur|value date|value dt|valuedate|val date|val. date|value day|value|value dat|date value|interest date
    |valuta|valutadatum|wertstellung|wertstellungstag|wertstellungsdatum|wert|valuta datum|wert datum
    |date de valeur|date valeur|valeur|fecha valor|fecha de valor|f valor|f. valor|valor fecha|data valuta|data di valuta|valuta data|data valor|data de valor|data valor.
    |rentedatum|valutadato|rentedato|renteberegningsdato|valutadag|räntedag|ränteberegningsdag|arvopäivä|arvopvm|data waluty|datum valuty|valuta dne|dátum valuty|értéknap|érték nap|értéknapja|valutos data|vertės data|valutēšanas datums|väärtuspäev|väärtuskuupäev|data valutei|data valuta
    |дата валютирования|дата валюти|дата валютування|вальор|valör|valör tarihi|valor|ημερομηνία αξίας|ημερομηνία valeur|ημ νια αξιας|תאריך ערך|יום ערך|تاريخ الاستحقاق|تاريخ القيمة|起息日|起算日|기산일`,
  time: `time|hour|time of day|transaction time of day|time zone|timezone|uhrzeit|umsatzzeit|zeit|heure|hora|ora|orario|tijd|tijdstip|tid|klokkeslæt|klokkeslett|aika|kellonaika|godzina|czas|čas|hodina|idő|időpont|óra|laikas|laiks|aeg|время|час|saat|ώρα|שעה|الوقت|时刻|時刻|시간|jam|giờ`,
  amount: `实付金额|实际支付金额|实付款|实收金额|实际金额(元)|bedrag zar|proceeds|consideration|cash impact|cash movement|cash change|cash effect|turnover|movement|movement amount|gegenwert|endbetrag|ausmachender betrag|mutatie|efectivo|effectif|amount|amt|transaction amount|trans amount|trn amt|txn amount|booking amount|posted amount|billing amount|billed amount|local amount|payment amount|total|sum|amount total|amount (total)|cash flow|cash amount|value amount|amount charged|amount in account currency|settlement amount|amount signed|signed amount|cost|price paid|transaction value|outflow inflow|total amount|amount (gross)|gross|gross amount|amount local|amount in local currency|inflow outflow|transamount|net amount of transaction|posting amount
    |betrag|umsatz|buchungsbetrag|betrag in|umsatzbetrag|zahlungsbetrag|summe|betrag eur|betrag (eur)|betrag chf|belastungsbetrag gutschriftsbetrag|betrag soll haben|umsatz in|brutto|abrechnungsbetrag|transaktionsbetrag|betrag in kontowährung
    |montant|montant de l operation|montant operation|montant transaction|montant de l opération|montant en euros|montant eur|somme|montant devise du compte|montant en devise du compte
    |importe|monto|cantidad|importe operacion|importe eur|valor operacion|importe en euros|importe de la operacion|monto transaccion|importe movimiento|suma
    |importo|importo in euro|importo operazione|importo eur|ammontare|cifra|controvalore
    |valor|montante|quantia|importância|valor r$|valor (r$)|valor da transação|valor em reais|valor do movimento|valor operação|montante em eur
    |bedrag|bedrag (eur)|bedrag eur|transactiebedrag|bedrag transactie|mutatiebedrag
    |beløb|belopp|beløp|transaktionsbeløb|transaksjonsbeløp|transaktionsbelopp|belob|belop|beløb i dkk|belopp i sek|beløp i nok|beløb dkk
    |määrä|summa|rahamäärä|määrä eur|määrä euroa|tapahtuman määrä
    |kwota|kwota operacji|kwota transakcji|kwota w walucie rachunku|kwota rozliczenia|wartość|kwota pln|kwota w pln|kwota w walucie konta
    |částka|castka|objem|částka v měně účtu|částka transakce|suma|čiastka|ciastka|zaúčtovaná částka|částka v kč|objem transakce|částka platby|suma v eur
    |összeg|tranzakció összege|könyvelt összeg|forgalom|összeg a számla pénznemében|terhelés jóváírás|terhelés/jóváírás|mozgás
    |suma|operacijos suma|suma eur|suma sąskaitos valiuta|summa|darījuma summa|summa konta valūtā|tehingu summa|summa eur
    |sumă|sumă tranzacție|valoare|suma tranzactiei|valoarea|suma lei|valoare tranzactie|sume
    |сумма|сумма операции|сумма платежа|сумма транзакции|сумма в валюте счета|сумма в валюте счёта|сумма руб|сумма списания|сумма операции в валюте счета|сума|сума операції|сума в валюті картки|сума у валюті картки|сума у валюті рахунку|сума у валюті рахунка|сума транзакції|сума платежу|сума в валюті рахунку|сумма в рублях|сумма в валюте карты|сумма пересчитанная в валюту счета|сума на операцията|стойност|сума (uah)
    |tutar|işlem tutarı|islem tutari|tutar tl|tutar (tl)|miktar|borç alacak tutarı|meblağ
    |ποσό|ποσό συναλλαγής|ποσό σε ευρώ|αξία|ποσο eur
    |סכום|סכום עסקה|סכום חיוב|סכום העסקה|סכום בש"ח|סכום החיוב|סכום בשח|סכום פעולה|סכום הפעולה|סכום התנועה
    |المبلغ|مبلغ|قيمة العملية|مبلغ العملية|القيمة|مبلغ المعاملة
    |金额|金額|交易金额|交易金額|发生额|發生額|交易额|消费金额|消費金額|入账金额|入帳金額|人民币金额|收支金额|金额(元)|金额 元|记账金额|结算金额|本币金额|新臺幣金額|台幣金額
    |取引金額|利用金額|ご利用金額|金額 円|お取引金額|ご請求金額|入出金額
    |금액|거래금액|이용금액|승인금액|거래 금액|사용금액|결제금액|jumlah|nominal|nilai|số tiền|so tien|จำนวนเงิน|iznos|znesek|iznos u eur|износ|shuma`,
  debit: `сума дебит|дебит|дебит сума|お支払金額|お支払い金額|支払い金額|支払金額 出金|rashod|rashodi|thu chi ra|obciążenia (wn)|debet (ud)|menot eur|debit|debits|debit amount|withdrawal|withdrawals|withdrawal amount|withdrawal amt|withdraw|paid out|money out|out|outflow|spent|payments out|amount debit|debit amt|dr|dr amount|debit (-)|withdrawal (-)|outgoing|paid|expense|expenses|charges|charge|payment|payments|debited|outgoings|debit value|amount out|debet|spending|expenditure|withdrawals dr|debit(usd)|expense amount
    |soll|belastung|belastungen|lastschrift|ausgabe|ausgaben|ausgang|auszahlung|abgang|lastschriften|soll betrag|belastungsbetrag|zahlungsausgang|debit in chf|belastung in chf|belastung chf|zu ihren lasten
    |débit|débits|débit euros|débit eur|montant débit|retrait|retraits|dépense|dépenses|sorties|au débit|debit euros
    |cargo|cargos|débito|débitos|debe|gasto|gastos|retiro|retiros|egreso|egresos|salidas|pagos|importe cargo|adeudo|cargos eur|debitos
    |addebito|addebiti|uscite|uscita|dare|spese|prelievi|importo addebito|importo dare|movimenti dare|addebiti in euro
    |débito|débitos|saída|saídas|despesa|despesas|levantamentos|a débito|valor débito|debito eur
    |af|uitgaven|uitgave|afschrijving|debet|bedrag af|uit|afgeschreven
    |debet|hævet|udbetaling|udgift|ud|uttag|utgift|ut|debetbelopp|ut fra konto|ut av konto|utgående|belastet|hævninger|ud af konto|utbetalinger|uttak
    |otot|veloitus|menot|pano otto ulos|otto|debit eur|veloitukset
    |obciążenia|obciążenie|wypłaty|wypłata|wydatki|kwota obciążenia|winien|wn|obciążenia kwota|kwota wn|rozchód
    |výdaj|výdaje|odchozí|na vrub|debet|má dáti|vydané|výběr|odchozí částka|debetný obrat|výdavky|odchádzajúce|debetní obrat
    |terhelés|kiadás|kiadások|kimenő|terhelések|terhelés összege|tartozik|kifizetés
    |debetas|išlaidos|nurašyta|išmokėta|debetas d|debets|izdevumi|izejošie|deebet|väljaminek|debit suma|debeto apyvarta|deebetkäive
    |debitare|plăți|plati|cheltuieli|ieșiri|debit lei|retrageri|suma debit|iesiri
    |расход|списание|дебет|расходы|дебетовый оборот|сумма по дебету|сумма списания|снятие|оборот дт|оборот по дебету|дебет сумма|по дебету|витрата|витрати|списання|видаток|видатки|сума списання|дебетовий оборот|изходящ|сума дебет
    |borç|gider|çıkan|çekilen|borç tutarı|çıkış|harcama|borç tl|giden|χρέωση|χρεώσεις|χρέωση ποσό|αναλήψεις|ποσό χρέωσης|חובה|חיוב|בחובה|הוצאה|הוצאות|משיכות|סכום חובה
    |مدين|خصم|سحب|مسحوبات|المدين|المسحوبات|مبلغ مدين|صادر
    |支出|借方|借方金额|借方發生額|借方发生额|支出金额|支出金額|转出|付款|提出|提款|取出|借方金額|支出額|支取|付出|转出金额|支出(元)|借
    |出金|お引出し|引出|お支払い金額|出金額|払出|お引出し金額|引出金額|支払|出金金額|お支払金額 円|お引き出し
    |출금|출금액|출금금액|찾으신금액|지출|지급|지급금액|찾으신 금액|인출|pengeluaran|debet keluar|ghi nợ|phát sinh nợ|duguje|isplata|isplate|breme|terećenje|ถอนเงิน|ถอน`,
  credit: `дебет кредит вхід|кредит сума|prihod|prihodi|お預り金額|お預かり|預り金額|受取金額|credit|credits|credit amount|deposit|deposits|deposit amount|deposit amt|paid in|money in|in|inflow|received|payments in|amount credit|credit amt|cr|cr amount|credit (+)|deposit (+)|incoming|income|credited|lodgement|lodgements|credit value|amount in|receipts|revenue|deposits cr|income amount
    |haben|gutschrift|gutschriften|einnahme|einnahmen|eingang|einzahlung|zugang|haben betrag|gutschriftsbetrag|zahlungseingang|gutschrift in chf|gutschrift chf|zu ihren gunsten
    |crédit|crédits|crédit euros|crédit eur|montant crédit|versement|versements|recette|recettes|entrées|au crédit|credit euros
    |abono|abonos|crédito|créditos|haber|ingreso|ingresos|depósito|depósitos|entradas|importe abono|abonos eur|creditos
    |accredito|accrediti|entrate|entrata|avere|versamenti|importo accredito|importo avere|movimenti avere|accrediti in euro
    |crédito|créditos|entrada|receita|receitas|a crédito|valor crédito|credito eur
    |bij|inkomsten|ontvangsten|bijschrijving|credit|bedrag bij|bijgeschreven|ontvangen
    |kredit|indsat|indbetaling|indtægt|ind|insättning|insättningar|inkomst|in på konto|inn på konto|inn|innskudd|inngående|kreditbelopp|godskrevet|indbetalinger|ind på konto|innbetalinger
    |panot|hyvitys|tulot|pano|hyvitykset
    |uznania|uznanie|wpłaty|wpłata|wpływy|przychody|kwota uznania|ma|uznania kwota|kwota ma|przychód
    |příjem|příjmy|příchozí|ve prospěch|kredit|dal|přijaté|vklad|příchozí částka|kreditný obrat|príjem|príjmy|prichádzajúce|kreditní obrat
    |jóváírás|bevétel|bevételek|bejövő|jóváírások|jóváírás összege|követel|befizetés
    |kreditas|pajamos|įskaityta|gauta|kreditas k|kredīts|ieņēmumi|ienākošie|kreedit|sissetulek|kredit suma|kredito apyvarta|kreeditkäive
    |creditare|încasări|incasari|venituri|intrări|credit lei|depuneri|suma credit|intrari
    |приход|зачисление|кредит|доход|доходы|кредитовый оборот|сумма по кредиту|сумма зачисления|пополнение|оборот кт|оборот по кредиту|кредит сумма|по кредиту|поступление|поступления|надходження|зарахування|дохід|сума зарахування|кредитовий оборот|входящ|сума кредит|кредит оборот|прибуток
    |alacak|gelir|giren|yatan|alacak tutarı|giriş|alacak tl|gelen|πίστωση|πιστώσεις|πίστωση ποσό|καταθέσεις|ποσό πίστωσης|זכות|זיכוי|בזכות|הכנסה|הכנסות|הפקדות|סכום זכות
    |دائن|إيداع|ايداع|إيداعات|الدائن|الإيداعات|مبلغ دائن|وارد
    |收入|贷方|贷方金额|貸方發生額|贷方发生额|收入金额|收入金額|转入|收款|存入|存款|貸方金額|收入額|转入金额|收入(元)|贷|貸|貸方
    |入金|お預入れ|預入|お預け入れ金額|入金額|預り|お預入れ金額|預入金額|受取|入金金額|お預かり金額|お預け入れ
    |입금|입금액|입금금액|맡기신금액|수입|맡기신 금액|pemasukan|kredit masuk|ghi có|phát sinh có|potražuje|uplata|uplate|dobro|odobrenje|ฝากเงิน|ฝาก`,
  direction: `д/к|debit credit|debit/credit|dr/cr|dr cr|cr/dr|credit/debit|credit debit|d/c|c/d|debit/credit indicator|credit debit indicator|credit/debit indicator|sign|direction|in/out|in out|cdtdbtind|dc|inflow or outflow|debit or credit|drcr|debit_credit|debitcredit|transaction direction|type of entry|cr or dr|dr or cr|flow|creditdebit
    |soll/haben|s/h|soll haben|soll haben kennzeichen|sh|kennzeichen soll haben|vorzeichen|sens|sens de l operation|débit/crédit|debit credit indicateur|signo|debe/haber|cargo/abono|segno|dare/avere|dare avere|natureza|débito/crédito|tipo d/c|d c
    |af bij|af/bij|bij af|bij/af|debet/credit|ind/ud|inn/ut|in/ut|debet/kredit|plus minus|strona|wn/ma|obciążenie/uznanie|kierunek|směr|směr platby|má dáti/dal|smer|typ pohybu|irány|terhelés vagy jóváírás|t/j|t/k|jóváírás/terhelés
    |debetas/kreditas|d/k|debets/kredīts|deebet/kreedit|deebet kreedit|deebet/kreedit (d/c)|debit/kredit|приход/расход|дебет/кредит|тип операции дт/кт|дт/кт|вид движения|направление|напрямок|дебет кредит|дебит/кредит|borç/alacak|b/a|χ/π|χρέωση/πίστωση|χρεωση πιστωση|חובה/זכות
    |收/支|收支|收支类型|借贷|借贷标志|借贷方向|借/贷|收支方向|借貸|借貸別|入出金|入出金区分|取引区分 入出金|입출금구분|입출금|구분 입출금|收/付|收支標誌`,
  balance: `boeksaldo|valutair saldo|balance|running balance|account balance|balance after|balance after transaction|closing balance|runningbalance|available balance|available|net cash balance|ledger balance|current balance|ending balance|bal|new balance|balance (usd)|cash balance|running bal|running bal.|final balance|initial balance|opening balance|beginning balance|book balance|remaining balance|total balance|balance after booking|statement balance|account balance after|resulting balance
    |saldo|kontostand|saldo nach buchung|kontosaldo|neuer saldo|saldo in chf|saldo chf|saldo eur|endsaldo|anfangssaldo
    |solde|solde après opération|nouveau solde|solde en euros|solde du compte|solde comptable|solde progressif
    |saldo disponible|saldo contable|saldo posterior|saldo final|saldo tras operacion|saldo eur|saldo total
    |saldo contabile|saldo disponibile|saldo progressivo|saldo contabilístico|saldo após|saldo disponível|saldo após lançamento
    |saldo na trn|saldo na mutatie|saldo na boeking|saldo na transactie|saldo voor mutatie|beginsaldo|eindsaldo|saldo na
    |bogført saldo|bokfört saldo|saldo efter|kontosaldo|saldoen|disponibel saldo|tilgængeligt beløb|bokført saldo
    |tilin saldo|saldo euroa|saldo po operacji|saldo po transakcji|stan konta|saldo rachunku|saldo po|saldo końcowe|bilans|saldo księgowe
    |zůstatek|zůstatek po|konečný zůstatek|zostatok|disponibilní zůstatek|zůstatek na účtu|zůstatek po pohybu|zostatok po|účetní zůstatek
    |egyenleg|könyvelt egyenleg|záró egyenleg|számlaegyenleg|egyenleg a tranzakció után|új egyenleg|könyvelés utáni egyenleg
    |likutis|balansas|likutis po operacijos|atlikums|bilance|konta atlikums|jääk|saldo pärast|kontojääk|sold|sold disponibil|sold contabil|sold final|sold curent
    |остаток|баланс|остаток на счете|остаток после операции|остаток после|исходящий остаток|входящий остаток|доступный остаток|остаток по счету|залишок|залишок після операції|залишок на картці|залишок на кінець|баланс після|залишок після|салдо|крайно салдо|наличност|доступный баланс|остаток средств
    |bakiye|son bakiye|hesap bakiyesi|kalan bakiye|güncel bakiye|υπόλοιπο|λογιστικό υπόλοιπο|προοδευτικό υπόλοιπο|διαθέσιμο υπόλοιπο|νέο υπόλοιπο|יתרה|יתרה בש"ח|יתרת חשבון|יתרה בחשבון|יתרה משוערכת
    |الرصيد|رصيد|الرصيد بعد العملية|الرصيد المتاح|余额|餘額|账户余额|联机余额|本次余额|可用余额|交易后余额|帳戶餘額|结余|結餘|账户结余|当前余额|余额(元)|結存
    |残高|差引残高|取引後残高|お取引後残高|預金残高|現在残高|差引残高 円|잔액|거래후잔액|거래 후 잔액|잔고|통장잔액|거래후 잔액|saldo akhir|số dư|so du|stanje|stanje računa|คงเหลือ|ยอดคงเหลือ`,
  fee: `conversion charge|conversioncharge|fee|fees|amount fee|amount (fee)|fee amount|commission|transaction fee|fees & comm|fees comm|charges fee|service fee|service charge|gebühr|gebühren|entgelt|spesen|provision|frais|commission|comisión|comisiones|commissione|commissioni|comissão|taxa|taxas|kosten|gebyr|avgift|avgifter|kurtage|palvelumaksu|kulut|prowizja|opłata|opłaty|poplatek|poplatky|díj|jutalék|költség|komisinis|mokestis|komisija|komisjonitasu|teenustasu|comision|comisioane|комиссия|комісія|сумма комиссии|комиссия банка|сума комісії|такса|komisyon|masraf|ücret|προμήθεια|έξοδα|עמלה|עמלות|رسوم|عمولة|手续费|手續費|服务费|手数料|수수료|biaya|phí|provizija`,
  net: `net|net amount|net total|amount (net)|netto|nettobetrag|netto betrag|montant net|importe neto|neto|importo netto|valor líquido|líquido|netto bedrag|nettobeløb|nettobelopp|kwota netto|čistá částka|nettó|nettó összeg|сумма нетто|к зачислению|net tutar|נטו|الصافي|净额|实际金额|淨額|差引金額|純額|실수령액|amount net`,
  currency: `currency|currency code|ccy|curr|cur|account currency|transaction currency|amount currency|currency iso|iso currency code|iso_currency_code|billing currency|currency of amount|currencycode|wallet currency|settlement currency
    |währung|waehrung|buchungswährung|kontowährung|währung des kontos|whg|wrg|abrechnungswährung
    |devise|monnaie|devise du compte|devise compte|devise de l operation|moneda|divisa|moneda cuenta|divisa cuenta|divisa importe|valuta|divisa conto|moeda|moeda da conta|munt|muntsoort|valuta rekening|valutakode|valutakod|valuuttakoodi|valuutta|waluta|waluta rachunku|waluta operacji|waluta konta|měna|mena|měna účtu|mena účtu|kód měny|devizanem|pénznem|számla devizaneme|könyvelés devizaneme|deviza|valiuta|valūta|valuuta|moneda contului|monedă|valuta contului
    |валюта|валюта счета|валюта счёта|валюта операции|валюта платежа|код валюты|валюта рахунку|валюта операції|валюта карти|валюта картки|валюта карты|para birimi|döviz|döviz cinsi|doviz|νόμισμα|מטבע|סוג מטבע|מטבע חיוב|العملة|عملة|币种|幣別|币别|货币|貨幣|交易币种|记账币种|幣種|結算幣別|通貨|通貨コード|통화|통화코드|mata uang|tiền tệ|valuta iznosa|สกุลเงิน`,
  'original-amount': `foreigncurrencyamount|订单金额|订单总额|应付金额|原价|商品总额|original amount|foreign amount|amount in foreign currency|foreign currency amount|original transaction amount|original value|source amount|spent amount|amount (original)|amount in original currency|converted amount|target amount|amount foreign|local currency amount|base amount|original_amount|originalamount|amount in transaction currency|transaction amount in foreign currency|merchant amount|foreign spend amount|amount in usd
    |originalbetrag|betrag fremdwährung|betrag in fremdwährung|fremdwährungsbetrag|lastschrift ursprungsbetrag|ursprungsbetrag|originalumsatz|betrag original|betrag (fremdwährung)|betrag in originalwährung
    |montant en devise|montant devise|montant d origine|montant original|montant devise d origine|importe original|importe en divisa|importe divisa|monto original|monto en moneda extranjera|importo in divisa|importo originale|importo in valuta|importo divisa|valor original|valor em moeda estrangeira|montante original|valor moeda origem|valor (us$)|valor em us$
    |oorspronkelijk bedrag|oorspr bedrag|bedrag in vreemde valuta|bedrag vreemde valuta|originalt beløb|oprindeligt beløb|beløb i valuta|utländskt belopp|ursprungligt belopp|belopp i valuta|valutabelopp|utenlandsk beløp|opprinnelig beløp|valutabeløb|valutabeløp|originalbelopp|alkuperäinen summa|määrä valuutassa|valuuttamäärä
    |kwota w walucie oryginalnej|kwota oryginalna|kwota w walucie transakcji|kwota w walucie|kwota w walucie obcej|kwota w walucie operacji|původní částka|částka v cizí měně|původní částka platby|originální částka|částka obchodu|částka v měně|pôvodná suma|suma v mene|pôvodná čiastka|eredeti összeg|összeg devizában|eredeti tranzakció összege
    |originali suma|suma originalia valiuta|oriģinālā summa|summa oriģinālajā valūtā|originaalsumma|esialgne summa|suma originală|suma in valuta originala|suma in valuta|sumă originală
    |сумма в валюте|сумма в валюте операции|сумма в валюте транзакции|сумма операции в валюте|сумма в исходной валюте|сума в валюті операції|сума у валюті операції|сума в валюті транзакції|сума у валюті транзакції|сума в ориг валюта|оригинальная сумма|döviz tutarı|orijinal tutar|yurt dışı tutar|ποσό σε ξένο νόμισμα|αρχικό ποσό|סכום מקורי|סכום במט"ח|סכום עסקה מקורי|סכום במטח|المبلغ الأصلي|المبلغ بالعملة الأجنبية
    |原币金额|外币金额|交易地金额|原交易金额|原始金额|外幣金額|消費地金額|成交金额|成交金額|原幣金額|现地通货额|現地通貨額|外貨金額|현지금액|외화금액|해외이용금액`,
  'original-currency': `original currency|foreign currency|transaction currency code|source currency|original currency code|currency (original)|foreign currency code|spent currency|target currency|merchant currency|originalcurrency|converted currency|local currency|currency of transaction
    |originalwährung|fremdwährung|transaktionswährung|ursprungswährung|devise d origine|devise étrangère|devise originale|moneda original|moneda extranjera|divisa original|divisa originale|valuta originale|valuta operazione|moeda original|moeda estrangeira|oorspr munt|oorspronkelijke munt|vreemde valuta|originalvaluta|oprindelig valuta|utländsk valuta|ursprunglig valuta|utenlandsk valuta|opprinnelig valuta|alkuperäinen valuutta|waluta oryginalna|waluta transakcji|waluta obca|původní měna|měna obchodu|cizí měna|pôvodná mena|eredeti devizanem|eredeti pénznem|originali valiuta|oriģinālā valūta|originaalvaluuta|valuta originala|moneda originală
    |валюта транзакции|исходная валюта|валюта транзакції|валюта оригінальна|orijinal para birimi|işlem para birimi|ξένο νόμισμα|αρχικό νόμισμα|מטבע מקורי|מטבע עסקה|مطبعة|العملة الأصلية|交易地币种|外币币种|外幣幣別|消費地幣別|原币种|現地通貨|外貨|현지통화|외화통화`,
  payee: `payee|payee name|merchant|merchant name|name|counterparty|counterparty name|partner name|partner|beneficiary|beneficiary name|recipient|recipient name|sender|payer|payer name|to|from|vendor|who|other party|counter party|counterpart|store|shop|company|debtor creditor|payee/payer|remitter|account holder of partner|name of counterparty|business|payor|merchantname|card acceptor|party|party name|transaction partner|to/from|name of other party|counterparty_name|merchant_name
    |empfänger|empfaenger|begünstigter|beguenstigter zahlungspflichtiger|begünstigter zahlungspflichtiger|auftraggeber empfänger|auftraggeber|auftraggeber zahlungsempfänger|zahlungsempfänger|zahlungspflichtiger|name zahlungsbeteiligter|zahlungsbeteiligter|zahlungspartner|händler|haendler|gegenpartei|partnername|zahler|absender|händlername|name des partners|auftraggeber begünstigter|empfänger auftraggeber|empfänger zahlungspflichtiger|unternehmen|beguenstigter auftraggeber|beguenstigter
    |bénéficiaire|tiers|destinataire|émetteur|marchand|commerçant|donneur d ordre|contrepartie|nom du bénéficiaire|nom contrepartie|nom|commerce|enseigne|nom de la contrepartie
    |beneficiario|comercio|establecimiento|ordenante|destinatario|nombre|comercio establecimiento|beneficiario ordenante|ordenante beneficiario|contraparte|emisor|pagador|tercero
    |esercente|ordinante|controparte|destinatario beneficiario|nome|mittente|negozio|beneficiario ordinante|intestatario
    |beneficiário|estabelecimento|destinatário|favorecido|remetente|comerciante|ordenante beneficiário|loja|nome do beneficiário
    |naam tegenpartij|tegenpartij|naam|begunstigde|naam begunstigde|naam tegenrekening|ontvanger|opdrachtgever|naam omschrijving|naam / omschrijving|winkel|tegenpartij naam|naam van de tegenpartij
    |modtager|afsender|navn|forretning|butik|mottagare|avsändare|namn|motpart|handlare|mottaker|avsender|brukersted|butikk|betalingsmottaker|modpart|mottagare avsändare|inköpsställe|säljställe
    |saaja|maksaja|saaja maksaja|saajan nimi|vastaanottaja|kauppa|nimi|saaja/maksaja|osto paikka|myyjä|saajan tai maksajan nimi
    |odbiorca|nadawca|kontrahent|nazwa kontrahenta|nadawca odbiorca|dane kontrahenta|nazwa odbiorcy|sklep|nazwa nadawcy odbiorcy|nazwa|odbiorca/zleceniodawca|strona operacji|nazwa i adres odbiorcy|dane drugiej strony|zleceniodawca
    |protistrana|název protiúčtu|příjemce|plátce|obchodník|název protistrany|jméno protistrany|jméno|název obchodníka|název účtu protistrany|partner transakcie|príjemca|platiteľ|názov protiúčtu|obchodné meno|názov protistrany|název účtu příjemce|protistrana název|název příjemce
    |kedvezményezett|partner neve|partner név|kereskedő|ellenoldali név|ellenpartner|ellenszámla neve|név|ellenoldali partner|kedvezményezett neve|ellenszámla tulajdonos neve|küldő|partner elnevezése
    |gavėjas|mokėtojas|gavėjas mokėtojas|mokėtojas gavėjas|gavėjo pavadinimas|prekybininkas|saņēmējs|maksātājs|saņēmējs maksātājs|partneris|saaja maksja|saaja|maksja|saaja nimi|saaja/maksja nimi|kaupmees|mokėtojas / gavėjas|saņēmējs/maksātājs
    |beneficiar|comerciant|plătitor|platitor|nume|ordonator|contrapartidă|nume beneficiar|destinatar|partener
    |контрагент|получатель|отправитель|наименование контрагента|плательщик|получатель отправитель|торговая точка|мерчант|продавец|магазин|имя|плательщик получатель|отримувач|платник|назва контрагента|контрагент назва|наименование получателя|отправитель получатель|відправник|торговець|найменування контрагента|кореспондент|получател|наредител
    |alıcı|gönderen|karşı taraf|işyeri|iş yeri|alıcı gönderen|alıcı adı|üye işyeri|karşı hesap adı|δικαιούχος|έμπορος|αντισυμβαλλόμενος|επωνυμία|ονομα|שם בית עסק|בית עסק|שם בית העסק|שם המוטב|מוטב|לטובת|שם|שם הגורם
    |المستفيد|التاجر|اسم المستفيد|المرسل|اسم التاجر|交易对方|对方户名|对方名称|商户名称|商户|对手信息|对方姓名|收款人|付款人|收/付款人|对方账户名称|對方戶名|商店名稱|交易商户|商户名|商戶名稱|特店名稱|交易對象|对方|对手方|对方单位|消费商户
    |利用店名|ご利用店名|取引先|お取引先|支払先|店名|加盟店名|ご利用先|利用先|相手先|相手先名|取引先名|お振込先|利用店名 商品名|가맹점|가맹점명|거래처|받는분|보낸분|보내는분/받는분|상호|의뢰인|의뢰인/수취인|이용가맹점|이용처|거래상대방|사용처|보낸분/받는분|기재내용 거래처|penerima|nama|người nhận|đơn vị thụ hưởng|primatelj|platitelj|korisnik|prejemnik|naziv partnera`,
  memo: `paaiškinimai|paaiškinimas|memodet|description|memo|details|detail|narrative|narration|particulars|reference text|note|notes|message|text|payment reference|transaction description|transaction details|remarks|remark|comment|comments|purpose|payment details|subject|information|info|additional information|statement description|extended details|transaction remarks|activity|title|label|explanation|transaction|appears on your statement as|original description|extended text|booking text|desc|item|what|security description|remittance information|security|transaction narrative|statement text|item title|payment description|transaction information|long description|bank description|full description|transaction detail|narrative text
    |verwendungszweck|buchungstext|beschreibung|umsatztext|text|zahlungsgrund|buchungsdetails|buchungsinformation|zahlungsreferenz|transaktionsbeschreibung|mitteilung|mitteilungen|notiz|bemerkung|avisierungstext|details|buchungshinweis|zahlungszweck|vorgang verwendungszweck|vorgang|umsatzbeschreibung|bezeichnung|buchungsbeschreibung|kundenreferenz text|umsatzinformation|verwendung|bemerkungen|transaktion
    |libellé|libelle|libellés|description|communication|motif|détail|détail de l écriture|détails|nature de l opération|informations|commentaire|libellé de l opération|libellé opération|intitulé|objet|remarque|message|libellé simplifié|libellé opération détaillé|informations complémentaires|informations complementaires|mémo|libelle operation|détail de l opération
    |concepto|descripción|detalle|observaciones|referencia texto|movimiento|concepto ampliado|información adicional|comentario|comentarios|notas|más datos|texto|descripción operación|descripcion del movimiento|glosa|leyenda|concepto movimiento|motivo
    |descrizione|causale|dettagli|descrizione operazione|descrizione estesa|note|dettaglio|operazione|motivo|causale descrizione|messaggio|descrizione completa|descrizione aggiuntiva
    |descrição|historico|histórico|descritivo|detalhes|memorando|lançamento|observação|complemento|descrição do movimento|descricao|movimento|mensagem|descrição movimento|titulo|detalhe|observações|nota
    |omschrijving|omschrijving 1|mededeling|mededelingen|beschrijving|details|betalingskenmerk tekst|toelichting|transactieomschrijving|omschrijving-1|mededelingen omschrijving|vrije mededeling|opmerking|details verrichting
    |tekst|beskrivelse|meddelelse|bemærkning|posteringstekst|detaljer|text|meddelande|beskrivning|referens text|transaktionstext|rubrik|specifikation|forklaring|melding|transaksjonstekst|beskjed|transaktion|besked|egen tekst|notering|verifikationstext|transaktionsbeskrivning|kommentar|transaksjon|notat
    |viesti|selite|selitys|kuvaus|tapahtuma|viesti saajalle|tapahtuman kuvaus|lisätiedot|otsikko|muistiinpano|viestit
    |opis|opis operacji|tytuł|tytułem|szczegóły|opis transakcji|tytuł operacji|szczegóły transakcji|tytuł przelewu|komunikat|tytuł transakcji|dodatkowe informacje|uwagi|notatka|dane operacji
    |popis|poznámka|zpráva|zpráva pro příjemce|poznámka pro mě|popis transakce|zpráva pro mě|informace|popis operácie|správa pre prijímateľa|správa|informácia pre príjemcu|detail transakcie|účel platby|popis pohybu|popis pro příjemce|zpráva pro plátce|vlastní poznámka|popis transakcie|poznámky|účel|detaily transakce
    |közlemény|megjegyzés|leírás|tranzakció leírása|közlemény 1|megnevezés|részletek|tranzakció részletei|szöveg|forgalom megnevezése|narratíva|könyvelési szöveg|narratíva|tranzakció megnevezése
    |paskirtis|aprašymas|mokėjimo paskirtis|komentaras|detalės|informacija|apraksts|informācija saņēmējam|mērķis|maksājuma mērķis|detaļas|piezīmes|selgitus|kirjeldus|makse selgitus|märkused|operacijos aprašymas|pastabos|informacija detales|darījuma apraksts
    |descriere|detalii|explicații|explicatii|detalii tranzacție|detalii tranzactie|descriere tranzactie|mesaj|informații|observații|descrierea tranzactiei|explicatie
    |описание|описание операции|назначение платежа|назначение|комментарий|детали|примечание|сообщение|содержание операции|детали операции|детализация|основание|основание платежа|опис|опис операції|призначення платежу|деталі операції|призначення|коментар|примітка|деталі|основание за плащане|описание на операцията|опис транзакції|содержание|детали платежа|описание транзакции
    |açıklama|aciklama|işlem açıklaması|açıklamalar|not|detay|işlem detayı|işlem|περιγραφή|αιτιολογία|λεπτομέρειες|περιγραφή κίνησης|περιγραφή συναλλαγής|σχόλια|תיאור|פרטים|תאור|הפעולה|תיאור פעולה|הערות|תיאור התנועה|פירוט|פירוט נוסף|תאור מורחב|סוג תנועה תיאור|תיאור הפעולה
    |الوصف|وصف|البيان|التفاصيل|تفاصيل|ملاحظات|الشرح|بيان العملية|تفاصيل العملية|摘要|交易摘要|备注|備註|附言|说明|說明|用途|商品|商品名称|商品说明|交易说明|客户摘要|交易备注|交易附言|描述|注释|交易描述|消費明細|消费说明|交易資訊|註記|消費摘要|附註|明细|交易地点|交易场所|交易地點
    |摘要 内容|内容|取引内容|お取引内容|明細|備考|お取り扱い内容|ご利用内容|商品名|取引名|メモ|適用|摘要内容|お取扱内容|적요|내용|거래내용|메모|비고|적요내용|기재내용|거래메모|통장메모|받는분 통장표시|내통장표시|거래기록사항|keterangan|deskripsi|uraian|berita|diễn giải|nội dung|mô tả|nội dung giao dịch|รายการ|รายละเอียด|opis plaćanja|svrha|namen|opis transakcije|opis placanja`,
  category: `category|category name|subcategory|sub category|parent category|categories|tag category|category group|merchant category|spending category|budget category|category group/category|label category|kategorie|hauptkategorie|unterkategorie|rubrik kategorie|catégorie|categorie|sous-catégorie|catégorie parent|categoría|subcategoría|categoria|subcategoria|sottocategoria|categorie|hoofdcategorie|kategori|underkategori|huvudkategori|luokka|kategoria|podkategoria|kategorija|kategooria|kategórie|kategória|kategorie výdajů|основна категория|категория|категория операции|подкатегория|категорія|kategorisi|κατηγορία|קטגוריה|ענף|التصنيف|الفئة|类别|分类|交易分类|類別|分類|商品分类|消费类别|カテゴリ|カテゴリー|大項目|費目|카테고리|업종|분류|danh mục|spending type|budget`,
  kind: `type|transaction type|trans type|txn type|tran type|payment type|payment method|operation type|kind|method|entry type|transaction code|code|action|payment channel|type of transaction|trn type|transaction kind|channel|transaction category type|reporting category|transactiontype|transaction_type|type description|activity type|record type|payment mode|mode|mode of payment|event|transaction_code
    |art|buchungsart|transaktionstyp|umsatzart|transaktionsart|zahlungsart|vorgangsart|typ|buchungsschlüssel|textschlüssel|geschäftsvorfall|zahlungstyp|auftragsart
    |type d opération|type operation|type de transaction|moyen de paiement|mode de paiement|nature|type opération|type de paiement|type mouvement
    |tipo|tipo de operación|tipo operacion|tipo movimiento|tipo de movimiento|tipo transaccion|medio de pago|tipo de transacción|tipo operazione|tipo transazione|tipologia|tipo movimento|modalità|tipo de transação|tipo de lançamento|tipo lançamento|tipo de movimento
    |soort|transactietype|mutatiesoort|mutatiecode|type transactie|transactie type|soort betaling|boekcode|code|betaalwijze|transaktionstype|posteringstype|transaktionstyp|typ av transaktion|transaksjonstype|type betaling|betalingstype|betalningstyp
    |laji|tapahtumalaji|tapahtumatyyppi|tyyppi|maksutapa|kirjausselite|rodzaj operacji|typ operacji|typ transakcji|rodzaj transakcji|rodzaj|typ|sposób płatności|rodzaj płatności
    |typ transakce|druh|typ pohybu|druh transakce|typ operace|typ platby|způsob platby|druh pohybu|typ transakcie|druh transakcie|typ operácie|kód transakcie|druh platby
    |típus|tranzakció típusa|tranzakció típus|művelet típusa|jogcím|fizetés módja|könyvelés típusa|forgalom típusa|tipas|operacijos tipas|operacijos kodas|mokėjimo tipas|veids|darījuma veids|darījuma tips|tüüp|tehingu tüüp|tehingu liik|makse tüüp|operacijos rūšis|tranzacție tip|tip tranzacție|tip|tip tranzactie|tip operatiune
    |тип|тип операции|вид операции|тип транзакции|способ оплаты|вид платежа|код операции|тип платежа|тип операції|вид операції|тип транзакції|вид транзакції|тип счета|тип на операция|вид
    |işlem tipi|işlem türü|tür|tip|kanal|işlem kodu|τύπος|τύπος συναλλαγής|είδος|κωδικός συναλλαγής|סוג|סוג פעולה|סוג עסקה|סוג תנועה|סוג הפעולה|النوع|نوع العملية|نوع المعاملة|نوع الحركة
    |类型|交易类型|交易種類|交易方式|支付方式|交易渠道|业务类型|业务种类|業務類別|收/付款方式|交易类别|交易類型|交易名称|业务名称|交易分類|業務種類|业务摘要|買賣別|买卖类别|业务标志
    |種別|取引種別|取引種類|お取引種類|支払方法|支払区分|取引区分|区分|支払い方法|거래구분|거래유형|구분|거래종류|결제방법|이용구분|거래방법|거래수단|jenis|jenis transaksi|loại giao dịch|vrsta|vrsta transakcije|tip transakcije`,
  id: `transaction id|id|reference|reference number|ref|ref no|ref no.|ref #|refno|transaction reference|reference id|bank reference|unique id|transaction number|transaction no|receipt|receipt id|receipt number|confirmation number|fitid|fit id|tran id|trace number|sequence number|txn id|transactionid|transaction_id|entry reference|bank ref|serial no|serial number|entry number|chq/ref number|cheque/reference|ref number|chq ref no|balance transaction id|balance_transaction_id|reference no|ref. no.|utr|arn|acquirer reference|transfer id|unique transaction id|external id|import id|operation id|hash|tx hash|order id|payment id|internal reference
    |referenz|referenznummer|buchungsreferenz|transaktionsnummer|transaktions id|transaktionscode|buchungsnummer|belegnummer|zahlungsreferenz nr|kundenreferenz|umsatz id|sammlerreferenz|ref nr|lfd nr|transaktionsreferenz
    |référence|numéro d opération|numéro de transaction|référence de l opération|identifiant|numéro|n° opération|reference operation|référence operation|n de reference
    |referencia|número de referencia|número de operación|nº operación|identificador|folio|documento|número de documento|nro operacion|num operacion|numero operazione|riferimento|codice operazione|id transazione|cro|numero movimento|referência|número do documento|nº documento|identificador|numero documento|num. documento
    |transactiereferentie|volgnr|volgnummer|referentie|transactienummer|kenmerk|transactie id|rekeninguittreksel transactie|uittreksel transactienummer|reference nr|referencenummer|transaktionsid|bilagsnummer|referens|verifikationsnummer|transaktionsnummer|referanse|arkivref|arkivreferanse|transaksjonsid|referansenummer|løpenummer|arkivering|radnummer|löpnummer
    |viite|viitenumero|arkistointitunnus|tapahtuman tunnus|arkistotunnus|numer referencyjny|nr transakcji|identyfikator|id transakcji|numer transakcji|numer operacji|referencje|nr ref|id operacji|číslo transakce|id transakce|reference platby|id pohybu|číslo pohybu|kód transakce|id operace|identifikace transakce|číslo dokladu|id transakcie|referencia|číslo transakcie|tranzakció azonosító|tranzakció azonosítója|hivatkozás|hivatkozási szám|banki azonosító|sorszám|tranzakciószám|bizonylatszám|azonosító|tétel azonosító
    |operacijos numeris|dokumento numeris|dokumento nr|įrašo nr|transakcijos kodas|operacijos nr|nuoroda|darījuma numurs|dokumenta numurs|references numurs|references nr|atsauce|arhiveerimistunnus|viitenumber|dokumendi number|tehingu number|viide|referință|referinta|număr referință|id tranzacție|numar tranzactie|nr referinta|referinta tranzactie
    |номер операции|референс|референс проводки|номер документа|id операции|идентификатор|номер транзакции|код авторизации|уникальный идентификатор|№ документа|номер платежа|референс операции|номер операції|номер транзакції|ідентифікатор|id операції|код транзакції|референція|документ|номер платежного документа
    |referans|referans no|işlem no|dekont no|fiş no|işlem numarası|dekont|αριθμός αναφοράς|αριθμός συναλλαγής|κωδικός αναφοράς|αρ. αναφοράς|אסמכתא|אסמכתה|מספר אסמכתא|מספר עסקה|מס אסמכתא|المرجع|رقم المرجع|رقم العملية|رقم المعاملة|رقم الحركة
    |交易号|流水号|交易流水号|交易单号|订单号|交易订单号|凭证号|參考編號|序号流水|日志号|柜员流水号|流水號|交易序號|业务流水号|交易编号|记录流水号|合同编号|取引番号|照会番号|伝票番号|承認番号|受付番号|거래번호|승인번호|거래일련번호|참조번호|nomor referensi|no referensi|số tham chiếu|số giao dịch|broj transakcije|referenca|poziv na broj`,
  state: `status|state|transaction status|payment status|booking status|pending|posted status|state type|statetype|current status|cleared|posted/pending|buchungsstatus|umsatzstatus|info|statut|état|etat|statut de l opération|estado|estado transaccion|situación|situacion|estado de la operación|stato|stato operazione|situação|contabile stato|tila|stan|status transakcji|status operacji|stan transakcji|stav|stav platby|stav transakce|stav transakcie|állapot|státusz|tranzakció állapota|būsena|statuss|statusas|operacijos būsena|olek|staatus|stare|stare tranzacție|статус|статус операции|состояние|статус операції|статус транзакции|статус платежа|стан|стан операції|статус транзакції|durum|durumu|işlem durumu|κατάσταση|סטטוס|מצב|الحالة|حالة|状态|狀態|当前状态|交易状态|交易狀態|資金状态|资金状态|処理状況|ステータス|状態|상태|거래상태|승인상태|처리상태|trạng thái|settlement status`,
  account: `account|account number|account no|account no.|iban|own account|account id|your account|card number|card no|card no.|account iban|iban/bban|own iban|card|card id|account_id|bank account|account #|accountnumber|source account|wallet|account code|from account number|card member number|card account
    |konto|kontonummer|auftragskonto|iban auftragskonto|eigene iban|kontonr|kartennummer|karte|iban des auftragskontos|eigenes konto|umsatz getätigt von|iban konto|bankkonto|kreditkarte
    |compte|numéro de compte|n° de compte|n compte|carte|numéro de carte|iban du compte|compte bancaire|rekening|cuenta|número de cuenta|nº cuenta|tarjeta|número de tarjeta|numero tarjeta|iban cuenta|conto|numero conto|rapporto|numero carta|carta|conta|número da conta|cartão|conta corrente|numero cartao|iban conta
    |rekeningnummer|iban bban|eigen rekening|van rekening|rekening nummer|kaart|kaartnummer|uw rekening|konto nr|kontonummer|registreringsnummer|egen konto|bankkonto|korttinumero|tili|tilinumero|oma tili|tilin iban|rachunek|numer rachunku|konto|numer konta|karta|numer karty|nr karty|z rachunku|rachunek źródłowy|nr rachunku|moje konto
    |účet|číslo účtu|můj účet|vlastní účet|karta|číslo karty|iban účtu|moje číslo účtu|můj účet číslo|číslo účtu klienta|účet klienta|számla|számlaszám|saját számlaszám|kártyaszám|bankkártya|saját számla|könyvelési számla|számla száma|sąskaita|sąskaitos numeris|kortelė|kortelės numeris|sąskaitos nr|konts|konta numurs|kliendi konto|konto number|kontonumber|kaart|kaardi number|cont|număr cont|numar cont|cont iban|card|contul|numar card
    |счет|счёт|номер счета|номер счёта|номер карты|карта|номер карты счета|карта счет|номер карты/счета/договора|лицевой счет|ваш счет|рахунок|номер рахунку|наш iban|номер картки|картка|карта рахунок|мій рахунок|сметка|номер на сметка|номер карти|счет списания
    |hesap|hesap no|hesap numarası|kart no|kart numarası|kart|λογαριασμός|αριθμός λογαριασμού|αριθμός κάρτας|κάρτα|חשבון|מספר חשבון|כרטיס|מספר כרטיס|الحساب|رقم الحساب|رقم البطاقة|账号|账户|卡号|本方账号|交易账号|交易卡号|帳號|帳戶|卡號末四碼|本方账户|我方账号|查询账号|账户号|交易账户|己方账号|口座|口座番号|カード番号|ご利用カード|カード|계좌번호|계좌|카드번호|이용카드|카드|본인계좌|rekening|no rekening|nomor rekening|số tài khoản|račun|broj računa`,
  'account-name': `account name|account owner name|account title|account description|account holder|account label|wallet name|account type name|product|kontobezeichnung|kontoname|compte nom|nom du compte|libellé compte|nombre cuenta|nome conto|nome da conta|rekening naam|kontonavn|kontonamn|tilin nimi|nazwa rachunku|nazwa konta|název účtu|názov účtu|számla neve|számla megnevezése|sąskaitos pavadinimas|konta nosaukums|konto nimi|nume cont|название счета|наименование счета|назва рахунку|hesap adı|ονομα λογαριασμου|שם חשבון|اسم الحساب|账户名称|户名|账户名|口座名|계좌명|계좌별칭|accountlabel`,
  'other-account': `counterparty account|counterparty iban|partner iban|beneficiary account|recipient account|other account|to account|payee account|partner account number|destination account|counter account|counterparty account number|account number of partner|to account number|iban of counterparty|counterparty number|sender account|bank name|bank|bic|swift|bic tegenpartij|partner bank|sort code|partner account|transfer account name|destination iban|payee account number|destination|funding source|destination name|source name|destination number
    |iban zahlungsbeteiligter|kontonummer iban|empfänger iban|iban des empfängers|blz|bic swift code|bankleitzahl|gegenkonto|partner iban|iban auftraggeber|partnerkonto|empfängerkonto|zahlungspartner iban|bic|konto nr empfänger|iban des begünstigten|gläubiger id|glaeubiger id|bic (swift-code)|kontonummer/iban|partner kontonummer
    |compte contrepartie|iban contrepartie|compte bénéficiaire|cuenta destino|cuenta beneficiario|iban beneficiario|cuenta contraparte|cuenta de destino|conto controparte|iban controparte|conto beneficiario|conta destino|iban destinatário|conta do beneficiário|conta de destino|agência
    |tegenrekening|tegenrekening iban bban|tegenrekening iban|rekening tegenpartij|rekeningnummer tegenpartij|iban tegenpartij|modtagers konto|modpartens konto|mottagarkonto|motkonto|til konto|fra konto|mottakers konto|avsenderkonto|til kontonummer|saajan tilinumero|saajan iban|vastatili|saajan tili|saajan tilinumero ja pankin bic
    |rachunek kontrahenta|numer rachunku kontrahenta|konto odbiorcy|rachunek odbiorcy|rachunek nadawcy/odbiorcy|rachunek nadawcy odbiorcy|nr rachunku|na konto|rachunek docelowy|rachunek przeciwstawny|numer rachunku nadawcy/odbiorcy|nr rachunku kontrahenta|z konta
    |protiúčet|číslo protiúčtu|účet protistrany|kód banky|protiúčet a kód banky|název banky|účet příjemce|iban protiúčtu|kód banky protiúčtu|číslo účtu protistrany|bankový kód|účet příjemce/plátce|banka protiúčtu|partner számlaszáma|ellenszámla|kedvezményezett számlaszáma|partner számla|partner számlaszám|ellenoldali számlaszám|ellenszámla száma
    |gavėjo sąskaita|mokėtojo sąskaita|korespondento sąskaita|saņēmēja konts|partnera konts|saaja konto|maksja konto|saaja/maksja konto|gavėjo sąskaitos numeris|saaja konto number|cont beneficiar|cont destinatar|iban beneficiar|cont contrapartidă|iban partener|cont sursa
    |счет контрагента|счет получателя|инн|бик|счет плательщика|инн контрагента|банк контрагента|рахунок контрагента|рахунок отримувача|рахунок кореспондента|едрпоу|єдрпоу контрагента|мфо|iban контрагента|мфо банку|код єдрпоу|сметка на контрагента|счет отправителя
    |karşı hesap|alıcı hesap|alıcı iban|karşı iban|λογαριασμός δικαιούχου|iban δικαιούχου|חשבון נגדי|מספר חשבון נגדי|חשבון המוטב|حساب المستفيد|رقم حساب المستفيد
    |对方账号|对方账户|对方卡号|对方开户行|对方行名|对方银行|对手账号|对方帐号|對方帳號|对方帐户|转账账号|轉出入帳號|轉出入銀行代號|相手口座|振込先口座|相手口座番号|振込先|상대계좌|상대계좌번호|받는계좌|거래점|취급점|거래점명|취급기관|상대은행|입금은행|račun primatelja|račun platitelja`,
  noise: `tmin|tmax|t min|t max|rain|rainfall|wind|wind speed|precipitation|score|grade|comments|votes|lat|lon|lng|latitude|longitude|elevation|altitude|vol|pct change|in stock|invoice|invoice no|invoice number|order|order no|order number|ticket|hours|hours worked|minutes|stunden|heures|horas|uren|timer|godziny|hodiny|market value|mkt value|current value|book value|cost basis|gain|gain loss|unrealized gain|unrealised gain|opening date|closing date|opening balance date|period start|period end|statement start|statement end|steps|distance|distance km|distance miles|duration|calories|heart rate|heartrate|weight|temperature|humidity|kwh|meter reading|zählerstand|zahlerstand|compteur|contatore|contador|meterstand|mätarställning|stan licznika|mileage|odometer|open|high|low|close|adj close|adjusted close|volume|schritte|strecke|entfernung|kilometer|dauer|kalorien|gewicht|temperatur|calories brulées|poids|durée|distancia|duración|distanza|stappen|afstand|verbruik|verbrauch|consommation|montant francs|montant(francs)|solde francs|francs|amount in words|round up|round up aud|member name|card member|cardmember|cardholder|cardholder name|card holder|card holder name|account holder name|customer name|customer id|customer|first name|last name|surname|nachname|vorname|karteninhaber|titulaire|titular de la tarjeta|titolare|posiadacz|držitel karty|kortinnehavare|kortholder|age|gender|birthdate|exchange from|exchange to|card last four digits|card last 4|last 4 digits|last four digits|exchange rate|rate|fx rate|currency rate|conversion rate|quantity|qty|shares|number of shares|units|price|unit price|unit cost|cost per unit|cost per share|price per unit|share price|asset price|tax|vat|sales tax|gst|interest|commission rate|discount|tip|reward|cashback|points|mcc|merchant category code|check number|cheque number|check #|check|checknumber|cheque no|symbol|isin|page|bonus|bonuses|rounding|round up|row|no|number|line|line number|#|budget used|latitude|longitude|postcode|zip|zip code|shipping and handling amount|insurance amount|option 1 value|reg fee|accrued interest|initial date|final date|income entries|expenses entries|initial balance total|beginning balance total|overdraft|limit|credit limit|billing date|statement period|closing date|quantity sold|cost basis|due date|installments|parcela|parcelas|tranche|batch id|foreign exchange rate|spread|markup|limit amount|memo number|city|country|address|town|state province|phone|time zone name|last modified date|modified|updated|updated at
    |wechselkurs|kurs|umrechnungskurs|devisenkurs|stück|anzahl|steuer|mwst|auszugsnummer|auslagenersatz rücklastschrift|auslagenersatz ruecklastschrift|mandatsreferenz|auszug|primanotennummer|abrechnungskennzeichen|länderkennzeichen|umsatzsteuer|nr|zinssatz|kurswert|provisionssatz|blatt|seitennummer|valutakurs|valutenkurs|punkte|trinkgeld
    |taux de change|taux|cours|quantité|tva|cotation|pointage|pointée|pointee|numéro de chèque|n° de pièce|tipo de cambio|cambio|cotización|cuotas|iva|número de cheque|oficina|sucursal|tasso di cambio|cambio applicato|quantità|imposta|taxa de câmbio|cotação|câmbio|iof|imposto|cotação do dólar
    |wisselkoers|koers|aantal|btw|machtigingskenmerk|incassant id|betalingskenmerk|vekselkurs|växelkurs|valutakurs|moms|antal|kurs|valuuttakurssi|kurssi|alv|kurs|kurs walutowy|kurs wymiany|ilość|vat kwota|kwota vat|kwota cashback|numer wyciągu
    |kurz|směnný kurz|směnný kurs|variabilní symbol|konstantní symbol|specifický symbol|variabilný symbol|konštantný symbol|špecifický symbol|vs|ks|ss|dph|množství|árfolyam|átváltási árfolyam|mennyiség|áfa|kedvezmény|kamat|kursas|valiutos kursas|pvm kursas|kiekis|kurss|valūtas kurss|vahetuskurss|kurss määr|curs|curs valutar|curs de schimb|tva valoare|cantitate
    |курс|курс обмена|курс валют|кэшбэк|кешбэк|сумма кэшбэка|бонусы|бонусы (включая кэшбэк)|округление|округление на инвесткопилку|сумма операции с округлением|количество|ставка|ндс|кешбек|сума кешбеку|курс обміну|сума кешбеку (uah)|мсс|mcc код|код мсс|бонуси
    |kur|döviz kuru|adet|taksit|taksit sayısı|bonus|puan|kdv|ισοτιμία|συναλλαγματική ισοτιμία|ποσότητα|φπα|שער|שער המרה|תשלומים|מספר תשלומים|שער המטח|عدد|سعر الصرف|الضريبة
    |汇率|匯率|数量|數量|价格|成交价格|成交均价|成交数量|积分|利率|税额|優惠|优惠金额|服务费率|退款金额|退款|股份余额|印花税|过户费|佣金|序号|編號|序號|成交编号|証券代碼|证券代码|为替レート|換算レート|手数料率|数量 株|分割回数|支払回数|今回回数|ポイント|환율|할부|할부개월|수량|포인트|적립예정|적립|할인금액|부가세|kurs tukar|tỷ giá|tečaj|tecaj`,
};

const MONEY_ROLES: ReadonlySet<HeaderRole> = new Set(['amount', 'net', 'original-amount']);

/** Roles whose word says less than any other in the same header: "amount fee" is a fee, "date value" a value day. */
const WEAK: ReadonlySet<HeaderRole> = new Set(['amount', 'day', 'memo', 'payee', 'kind', 'id', 'account', 'time']);

/** Letters, digits and blanks only: "Betrag (EUR)" -> "betrag eur". Currency codes in brackets are left out. */
export function normalise(header: string): string {
  const folded = fold(header);
  if (/^[\0-~]*$/.test(folded)) return folded.replace(/[^a-z0-9]+/g, ' ').trim();
  return folded
    .replace(/ø/g, 'o')
    .replace(/đ/g, 'd')
    .replace(/ł/g, 'l')
    .replace(/æ/g, 'ae')
    .replace(/ß/g, 'ss')
    .replace(/ı/g, 'i')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Scripts that write words without blanks between. */
const GLUED = /[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;

const exact = new Map<string, Set<HeaderRole>>();
const phrases: { text: string; role: HeaderRole; glued: boolean }[] = [];
for (const [role, text] of Object.entries(PHRASES)) {
  for (const raw of text.split('|')) {
    const phrase = normalise(raw);
    if (!phrase) continue;
    const roles = exact.get(phrase) ?? new Set<HeaderRole>();
    roles.add(role as HeaderRole);
    exact.set(phrase, roles);
    phrases.push({ text: phrase, role: role as HeaderRole, glued: GLUED.test(phrase) });
  }
}
phrases.sort((a, b) => b.text.length - a.text.length);

/** Words by which a header says that a currency or an amount is the account's own, not the merchant's. */
const ACCOUNT_WORDS =
  /account|billing|billed|booking|settlement|konto|buchung|abrechnung|compte|cuenta|conta\b|conto\b|rekening|tili|rachun|uct|szamla|saskait|konts|konta|cont\b|hesap|λογαριασμ|счет|рахун|картк|карт|חשבון|חיוב|الحساب|账户|帳戶|入账|口座|계좌|결제/u;

export const speaksOfAccount = (header: string): boolean => ACCOUNT_WORDS.test(normalise(header));

export interface HeaderClaim {
  role: HeaderRole;
  /** 0 to 100: 100 where a phrase is the whole header. */
  score: number;
}

/** Words that mean something else without their accents ("no", "co"). */
const UNFOLDED: Readonly<Record<string, HeaderRole>> = {
  nợ: 'debit',
  có: 'credit',
  '[-]': 'debit',
  '[+]': 'credit',
  '(-)': 'debit',
  '(+)': 'credit',
};

/** A tax, and whether an amount holds it. */
const TAX =
  /(?:^| )(?:vat|tax|taxes|gst|hst|mwst|ust|mehrwertsteuer|umsatzsteuer|steuer|tva|taxe|iva|impuestos?|imposte|btw|moms|alv|dph|afa|pvm|ндс|пдв|kdv|φπα)(?= |$)/u;
const WITH =
  /(?:^| )(?:incl|including|included|inkl|inklusive|inclusive|after|with|mit|inc|incluido|inclus|compris|con|com|with|sis|s|avec|toutes)(?= |$)/u;
const WITHOUT =
  /(?:^| )(?:excl|excluding|excluded|exkl|exklusive|exclusive|before|without|ohne|hors|exc|sin|sem|senza|ex|zonder|excl|ilman|bez|pre|net of)(?= |$)/u;

/** "Total (incl. VAT)" is a total; the same without it is a lesser amount, and an amount of tax is none of the row's. */
function qualified(key: string): { key: string; most: number } {
  // French says both in a word: "toutes taxes comprises", "hors taxes".
  const [, french] = /(?:^| )(ttc|ht)$/.exec(key) ?? [];
  if (french) return { key: key.slice(0, -french.length).trim(), most: french === 'ht' ? 50 : 100 };
  if (!TAX.test(key)) return { key, most: 100 };
  const rest = (mark: RegExp): string => key.replace(TAX, '').replace(mark, '').replace(/ +/g, ' ').trim();
  if (WITHOUT.test(key)) return { key: rest(WITHOUT), most: 50 };
  if (WITH.test(key)) return { key: rest(WITH), most: 100 };
  return { key, most: 0 };
}

const claimsByHeader = new Map<string, HeaderClaim[]>();

/** What a header may name, best first; empty for an unknown header. */
export function claimsOf(header: string): readonly HeaderClaim[] {
  const said = UNFOLDED[header.trim().normalize('NFC').toLowerCase()];
  if (said) return [{ role: said, score: 100 }];
  const key = header.length > 80 ? '' : normalise(header.replace(/[([][A-Z]{3}[)\]]/g, ' ').replace(/([a-z])([A-Z])/g, '$1 $2'));
  if (key === '') return [];
  const known = claimsByHeader.get(key);
  if (known) return known;
  const { key: plain, most } = qualified(key);
  const claims = weigh(plain).map(({ role, score }) => (MONEY_ROLES.has(role) && score > most ? { role, score: most } : { role, score }));
  if (claimsByHeader.size < 5000) claimsByHeader.set(key, claims);
  return claims;
}

/** Text -> where it stands in `phrases`, so that a cell is looked up by its own parts and not held against thousands of phrases. */
const places = new Map<string, number[]>();
let longestGlued = 0;
for (const [at, { text, glued }] of phrases.entries()) {
  const known = places.get(text);
  if (known) known.push(at);
  else places.set(text, [at]);
  if (glued) longestGlued = Math.max(longestGlued, text.length);
}

/** The phrases that may stand in a header, longest first: its runs of words, its beginnings and ends, and in scripts without blanks any part. */
function phrasesIn(key: string): number[] {
  const found = new Set<number>();
  const add = (part: string) => {
    for (const at of places.get(part) ?? []) found.add(at);
  };
  const words = key.split(' ');
  for (let from = 0; from < words.length; from++)
    for (let until = from + 1; until <= words.length; until++) add(words.slice(from, until).join(' '));
  for (let at = 1; at < key.length; at++) {
    add(key.slice(at));
    add(key.slice(0, at));
  }
  if (GLUED.test(key)) {
    for (let from = 0; from < key.length; from++)
      for (let until = from + 1; until <= Math.min(key.length, from + longestGlued); until++) add(key.slice(from, until));
  }
  return [...found].sort((a, b) => a - b);
}

function weigh(key: string): HeaderClaim[] {
  const best = new Map<HeaderRole, number>();
  for (const role of exact.get(key) ?? []) best.set(role, 100);
  if (best.size > 0) return sorted(best);
  const padded = ` ${key} `;
  for (const at of phrasesIn(key)) {
    const phrase = phrases[at];
    if (!phrase) continue;
    const { text, role, glued } = phrase;
    if ((best.get(role) ?? 0) > 0 && !glued) continue;
    let score = 0;
    if (glued ? key.includes(text) : padded.includes(` ${text} `)) score = 35 + (45 * text.length) / key.length;
    else if (text.length >= 5 && key.endsWith(text)) score = 25 + (35 * text.length) / key.length;
    else if (text.length >= 6 && key.startsWith(text)) score = 20 + (30 * text.length) / key.length;
    if (score === 0) continue;
    if (!WEAK.has(role)) score += 8;
    best.set(role, Math.max(best.get(role) ?? 0, Math.min(95, score)));
  }
  return sorted(best);
}

const sorted = (scores: Map<HeaderRole, number>): HeaderClaim[] =>
  [...scores].map(([role, score]) => ({ role, score })).sort((a, b) => b.score - a.score);

/** How sure it is that a cell is a header: the score of its best claim. */
export const headerScore = (cell: string): number => claimsOf(cell)[0]?.score ?? 0;

/**
 * What whole header words among the cells say for an encoding: those with letters beyond ASCII most, for a wrong encoding writes the
 * others just as well.
 */
export function weighHeaderWords(text: string): number {
  let weight = 0;
  for (const cell of text.split(/[;,\t|\r\n"]+/))
    if (cell.length > 2 && cell.length < 60 && exact.has(normalise(cell))) weight += /[^\0-~]/.test(cell) ? 30 : 12;
  return weight;
}
