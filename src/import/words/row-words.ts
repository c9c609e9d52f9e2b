// Data: words inside rows. Which way money went, what state a row is in, which rows sum up rather than book, and what tells
// a card's spending from its payments. All folded (lower case, no accents) when looked up; add words freely.
import { fold } from '../../base/text.ts';

const words = (text: string): string[] =>
  text
    .split('|')
    .map((word) => fold(word.trim()))
    .filter(Boolean);

/** A cell that says "money out" as its whole text. */
const OUT = words(
  `debit|debe|dbit|dbt|dr|dr.|d|db|deb|debits|out|outgoing|outflow|withdrawal|withdrawals|withdraw|paid out|money out|sent|send|payment sent|expense|expenses|exp|exp.|spend|spending|charge|charged|purchase|sale|
   soll|s|belastung|lastschrift|ausgabe|ausgang|auszahlung|abgang|ausgehend|debet|af|uit|uitgaven|uitgave|ud|hævning|udgift|uttag|uttak|utgift|ut|veloitus|otto|meno|
   débit|debit|retrait|dépense|depense|sortie|cargo|cargos|débito|debito|gasto|retiro|egreso|salida|débitos|nota débito|nota de débito|nota a débito|n/d|saída|saida|despesa|levantamento|
   addebito|uscita|uscite|dare|spesa|prelievo|obciążenie|obciążenia|wydatek|wydatki|wypłata|wn|odchozí|odchozi|odchozí platba|odchádzajúca platba|výdaj|vydaj|výdej|debetní|na vrub|má dáti|odchodzia|debetná|
   terhelés|kiadás|t|kimenő|debetas|d/debetas|išlaidos|debets|izdevumi|deebet|väljaminek|v|cheltuială|debitare|plată|
   расход|дебет|дебит|isplata|isplate|duguje|terećenje|breme|списание|дт|снятие|исход|исходящий|д|витрата|витрати|списання|видаток|видатки|
   borç|b|gider|giden|çıkış|harcama|χρέωση|χ|ανάληψη|חובה|חיוב|הוצאה|مدين|خصم|سحب|صادر|支出|借|借方|借方发生|出金|引出|お支払|支払|출금|지급|借 dr|転出|付款|转出|支|
   pengeluaran|db/debit|ghi nợ|chi`,
);

/** A cell that says "money in" as its whole text. */
const IN = words(
  `credit|haber|crdt|cdt|cr|cr.|c|cred|credits|in|incoming|inflow|deposit|deposits|paid in|money in|received|receive|payment received|income|inc|inc.|refund|return|reversal|top-up|topup|
   haben|h|gutschrift|einnahme|eingang|einzahlung|zugang|eingehend|kredit|bij|in|inkomsten|ontvangen|ind|indbetaling|indtægt|insättning|inkomst|inn|innskudd|hyvitys|pano|tulo|
   crédit|versement|recette|entrée|abono|abonos|crédito|credito|ingreso|ingresos|depósito|entrada|créditos|receita|nota crédito|nota de crédito|nota a crédito|n/c|
   accredito|entrata|entrate|avere|versamento|uznanie|uznania|przychód|przychody|wpływ|wpłata|ma|příchozí|prichozi|příchozí platba|prichádzajúca platba|příjem|prijem|kreditní|ve prospěch|dal|prichádzajúca|kreditná|
   jóváírás|bevétel|j|bejövő|kreditas|k|pajamos|kredīts|ieņēmumi|kreedit|sissetulek|s/kreedit|venit|creditare|încasare|
   приход|кредит|uplata|uplate|potražuje|odobrenje|dobro|зачисление|кт|пополнение|входящий|поступление|к|дохід|зарахування|надходження|
   alacak|a|gelir|gelen|giriş|πίστωση|π|κατάθεση|זכות|זיכוי|הכנסה|دائن|إيداع|ايداع|وارد|收入|贷|貸|贷方|貸方|贷方发生|入金|預入|お預り|입금|收款|转入|收|
   pemasukan|kredit|cr/kredit|ghi có|thu`,
);

/** Neither in nor out: between own pockets. */
const NEUTRAL = words('/|neutral|不计收支|中性交易|其他|-');

/** A row that never moved money. */
const NEVER = words(
  `devuelto|devuelta|revertido|revertida|revertito|revertita|rückgängig gemacht|rückgängig|cofnięto|cofnięta|wycofano|inversé|inversée|contre-passé|teruggedraaid|teruggeboekt|tilbageført|återförd|tilbakeført|palautettu|vráceno|vrátené|visszavont|revocat|grąžinta|atgriezts|tagasi pööratud|поверната|возвращено|geri alındı|
   reverted|failed|declined|cancelled|canceled|rejected|refused|denied|voided|void|expired|error|unsuccessful|returned to sender|deleted|abandoned|blocked|slettet|annullert|struken|borttagen|borttaget|closed|order closed|payment closed|交易关闭|已关闭|支付失败|付款失败|退款关闭|交易取消|订单取消|订单关闭|已撤销|对方已退还|取消|キャンセル|取消済|取消済み|決済失敗|失敗|エラー|무효|
   fehlgeschlagen|abgelehnt|storniert|zurückgewiesen|abgebrochen|nicht ausgeführt|échoué|echoue|refusé|refuse|annulé|annule|rejeté|rechazado|rechazada|fallido|fallida|cancelado|cancelada|anulado|anulada|denegada|
   recusado|recusada|falhou|falhado|rejeitado|rifiutato|rifiutata|annullato|annullata|fallito|stornato|geweigerd|mislukt|geannuleerd|afgewezen|afvist|annulleret|mislykket|avvisad|misslyckad|makulerad|avvist|mislykket|kansellert|
   hylätty|peruutettu|epäonnistui|odrzucona|odrzucone|anulowana|anulowano|nieudana|zamítnuto|zamítnutá|zrušeno|zrušená|neúspěšná|zamietnutá|elutasítva|sikertelen|törölve|visszautasított|atmesta|atšaukta|noraidīts|atcelts|tagasi lükatud|tühistatud|
   respins|respinsă|eșuat|anulat|отклонено|отклонена|отклонен|отменено|отменена|отмена|отказ|неуспешно|неуспешная|не выполнено|ошибка|failed|відхилено|скасовано|помилка|reddedildi|iptal|iptal edildi|başarısız|απορρίφθηκε|ακυρώθηκε|
   נדחה|נדחתה|בוטל|בוטלה|مرفوض|ملغي|ملغاة|فشل|已退款关闭|交易关闭|已关闭|失败|交易失败|已撤销|支付失败|取消|失敗|취소|실패|gagal|dibatalkan|thất bại|
   nekad|nekat|avbruten|avbrutet|makulerad|misslyckad|misslyckades|återkallad|avvist|kansellert|mislykket|peruttu|peruutettu|epäonnistui|mitätöity|anulată|anulata|anulat|eșuată|esuata|eșuat|respins|đã hủy|da huy|bị từ chối|từ chối|ملغى|ملغي|ملغاة|ملغية|فشل|فشلت|مرفوضة|거절|거절됨|취소됨|실패|승인거절|승인취소|odwołana|nieudana|storno zrealizowane|zamietnutá|zamietnuté|zrušená|neúspěšná|neúspešná|sikertelen|visszavonva|visszautasítva|atmesta|atmestas|atšaukta|nepavyko|noraidīts|atcelts|tühistatud|ebaõnnestus|отказ|отказана|ошибка|не выполнено|не исполнено|відмовлено|відхилено|скасовано|неуспішно|отхвърлена|анулирана|отказано|odbijeno|odbijena|stornirano|otkazano|poništeno|zavrnjeno|preklicano|başarısız|onaylanmadı|ακυρωμένη|απέτυχε|נכשל|נכשלה|בוטלה|סורב|dibatalkan|ditolak|ล้มเหลว|ยกเลิก|ถูกปฏิเสธ|असफल|विफल|रद्द|अस्वीकृत|失敗|却下|キャンセル|エラー|支付失败|已撤销|已取消|已拒绝|échoué|échouée|rejeté|rejetée|fallida|fallido|denegada|denegado|devuelta por fondos|falhou|negada|negado|não autorizada|fallito|fallita|negato|negata|non autorizzato|non riuscito|fehlgeschlagen|nicht ausgeführt|zurückgewiesen|mislukt|afgewezen|not completed|unsuccessful|not authorised|not authorized|auth expired`,
);

/** A row that is not booked yet. */
const PENDING = words(
  `pending|authorised|authorized|authorisation|authorization|hold|on hold|in progress|processing|unprocessed|not processed|unposted|uncleared|not booked|outstanding|scheduled|reserved|provisional|in process|awaiting|
   vorgemerkt|umsatz vorgemerkt|ausstehend|offen|in bearbeitung|nicht gebucht|noch nicht gebucht|reserviert|en attente|en cours|à venir|non comptabilisé|autorisation|pendiente|en proceso|retenido|retenida|autorizado|
   pendente|em processamento|não processado|provisório|in attesa|in sospeso|non contabilizzato|da contabilizzare|in corso|autorizzato|autorizzata|in behandeling|gereserveerd|openstaand|afventer|reserveret|ventende|reserverad|preliminär|väntande|under behandling|reservert|venter|
   odottaa|varaus|katevaraus|kesken|oczekująca|oczekujące|oczekuje|w trakcie|w realizacji|blokada|nierozliczona|nierozliczone|čeká|čekající|nezaúčtováno|nezaúčtovaná|blokace|rezervace|čakajúca|függőben|zárolt|folyamatban|nem könyvelt|könyveletlen|
   laukiama|rezervuota|vykdoma|rezervēts|gaida|apstrādē|ootel|broneeritud|töötlemisel|în așteptare|in asteptare|în curs|neprocesat|в обработке|обрабатывается|ожидает|ожидание|ожидается|не обработано|hold|холд|заблокировано|авторизация|в очікуванні|в обробці|обробляється|очікує|заблоковано|
   beklemede|bekliyor|provizyon|işlemde|εκκρεμεί|σε εκκρεμότητα|δεσμευμένο|ממתין|ממתינה|בהמתנה|בתהליך|معلق|معلقة|قيد الانتظار|قيد المعالجة|待处理|处理中|待入账|未入账|等待|保留|未確定|処理中|대기|승인대기|처리중|menunggu|đang xử lý|
   not posted|not yet posted|unposted|not cleared|uncleared|reserverat|reserverad|reservation|väntar|preliminär|reservert|til behandling|reserveret|under behandling|odottaa|varattu|käsittelyssä|varaus|čeká na zaúčtování|čeká|čekající|nezaúčtováno|blokace|čaká na spracovanie|čakajúca|nezaúčtované|în curs|in curs|în curs de procesare|nedecontat|függő|zárolt|foglalás|könyvelésre vár|laukiama|rezervuota|vykdoma|rezervēts|gaida|broneeritud|ootel|ожидает|в ожидании|на обработке|заблокировано|холд|очікує|в обробці|заблоковано|чакаща|в процес|na čekanju|rezervirano|u obradi|v obdelavi|v čakanju|provizyon|provizyonda|işlemde|bekleyen|εκκρεμεί|δεσμευμένο|σε επεξεργασία|בהמתנה|בתהליך|قيد المعالجة|معلقة|قيد الانتظار|محجوز|대기중|처리중|승인대기|未確定|処理中|承認待ち|保留中|待入账|处理中|未入账|等待付款|待付款|รอดำเนินการ|กำลังดำเนินการ|लंबित|प्रक्रिया में|menunggu|tertunda|diproses|sedang diproses|đang xử lý|chờ xử lý|noch nicht gebucht|nicht gebucht|reserviert|autorisiert|non comptabilisé|à venir|en cours|en cours de traitement|no contabilizado|retenido|retenida|en proceso|en trámite|em processamento|a processar|em análise|agendado|provisório|non contabilizzato|da contabilizzare|in corso|in elaborazione|autorizzato|nog niet geboekt|gereserveerd`,
);

/** A whole state cell that says the row is booked; known so that a column of states is recognised. */
const POSTED = words(
  `udført|gennemført|utført|klar|genomförd|posted|completed|complete|booked|processed|cleared|settled|success|successful|succeeded|done|executed|issued|ok|final|reconciled|approved|accepted|paid|
   gebucht|umsatz gebucht|ausgeführt|abgeschlossen|erledigt|erfolgreich|comptabilisé|terminé|effectué|exécuté|réussi|contabilizado|contabilizada|completado|completada|realizado|realizada|ejecutado|liquidado|
   concluído|concluída|efetuado|efetivado|efetivada|processado|contabilizzato|contabilizzata|eseguito|eseguita|completato|completata|geboekt|verwerkt|voltooid|uitgevoerd|bogført|gennemført|bokförd|genomförd|bokført|gjennomført|
   kirjattu|kirjattu tilille|suoritettu|valmis|zrealizowana|zaksięgowana|zaksięgowano|wykonana|rozliczona|rozliczone|zaúčtováno|zaúčtovaná|provedeno|provedená|realizovaná|könyvelt|könyvelve|teljesült|teljesítve|sikeres|įvykdyta|įvykdytas|atlikta|izpildīts|iegrāmatots|teostatud|kinnitatud|
   geaccepteerd|bevestigd|approvato|approvata|accettato|accettata|confermato|confermata|aceptado|aceptada|aprobado|aprobada|confirmado|confirmada|aprovado|aprovada|aceito|accepté|acceptée|approuvé|approuvée|validé|validée|confirmé|confirmée|angenommen|genehmigt|bestätigt|
   confirmed|captured|authorised and settled|godkänd|bekräftad|godkjent|bekreftet|godkendt|bekræftet|hyväksytty|vahvistettu|zaakceptowana|zaakceptowano|zatwierdzona|potwierdzona|wykonano|zpracováno|schváleno|přijato|potvrzeno|spracované|schválené|prijaté|elfogadva|jóváhagyva|megerősítve|priimta|patvirtinta|apstiprināts|apstiprināta|acceptat|aprobat|confirmat|aprobată|принято|одобрено|подтверждено|прийнято|підтверджено|одобрена|приета|kabul edildi|onaylı|εγκρίθηκε|התקבל|אושרה|مقبول|مقبولة|تمت|通过|已通过|承認|承認済|승인완료|disetujui|diterima|đã duyệt|สำเร็จ|odobreno|izvršeno|prihvaćeno|potrjeno|
   procesat|finalizat|finalizată|executat|executată|procesată|выполнено|выполнена|исполнено|исполнен|обработано|обработана|проведено|проведена|завершено|успешно|успешная|ok|виконано|виконана|проведено|завершено|успішно|tamamlandı|gerçekleşti|başarılı|onaylandı|ολοκληρώθηκε|εκτελέστηκε|
   בוצע|בוצעה|אושר|מאושר|הושלם|مكتمل|مكتملة|منفذ|ناجح|成功|交易成功|支付成功|已完成|已入账|已收钱|已存入零钱|已转账|已全额退款|对方已收钱|朋友已收钱|还款成功|完了|確定|済|완료|승인|정상|berhasil|sukses|thành công`,
);

/** Beginnings of a text that carries a balance instead of booking. */
const SUMMARY = words(
  `opening balance|acc-no|acc no|open balance|close balance|closing balance|beginning balance|ending balance|balance brought forward|balance carried forward|brought forward|carried forward|previous balance|balance forward|balance b/f|balance c/f|new balance|current balance|available balance|ledger balance|running balance total|statement balance|final balance|
   
   anfangssaldo|endsaldo|anfangsbestand|endbestand|kontostand am|kontostand|alter saldo|neuer saldo|saldovortrag|saldo alt|saldo neu|
   solde initial|solde final|ancien solde|nouveau solde|solde précédent|solde au|solde crediteur|solde debiteur|solde créditeur|solde débiteur|
   saldo inicial|saldo final|saldo anterior|saldo actual|saldo atual|saldo previo|saldo disponible|saldo disponível|saldo do dia|saldo em conta|saldo parcial|s a l d o|saldo al|saldo del dia|
   saldo iniziale|saldo finale|saldo contabile|saldo precedente|saldo disponibile|
   beginsaldo|eindsaldo|vorig saldo|nieuw saldo|primosaldo|ultimosaldo|startsaldo|slutsaldo|saldo primo|saldo ultimo|ingående saldo|utgående saldo|inngående saldo|utgående saldo|alkusaldo|loppusaldo|
   saldo początkowe|saldo końcowe|saldo poprzednie|počáteční zůstatek|konečný zůstatek|počátečný zostatok|konečný zostatok|nyitó egyenleg|záró egyenleg|nyitóegyenleg|záróegyenleg|
   pradinis likutis|galutinis likutis|likutis pradžiai|likutis pabaigai|sākuma atlikums|beigu atlikums|sākuma bilance|algsaldo|lõppsaldo|sold inițial|sold initial|sold final|
   входящий остаток|исходящий остаток|остаток на|начальный остаток|конечный остаток|оборот за|початковий залишок|кінцевий залишок|вхідний залишок|вихідний залишок|залишок на|обороти|начално салдо|крайно салдо|
   devir|devreden bakiye|açılış bakiyesi|kapanış bakiyesi|υπόλοιπο από μεταφορά|προηγούμενο υπόλοιπο|τελικό υπόλοιπο|יתרת פתיחה|יתרת סגירה|יתרה קודמת|الرصيد الافتتاحي|الرصيد الختامي|الرصيد السابق|
   b/fwd|c/fwd|b/forward|c/forward|bal b/f|bal c/f|bal b/fwd|bal c/fwd|bal bfwd|balance bfwd|balance cfwd|balance b/fwd|balance c/fwd|balance b/d|balance c/d|start balance|starting balance at|end balance|balance at start|balance at end|balance at close|
   eröffnungssaldo|abschlusssaldo|schlusssaldo|eröffnungsbestand|schlussbestand|saldo per|saldo zu beginn|saldo am ende|solde d'ouverture|solde de clôture|solde de départ|solde reporté|report de solde|saldo de apertura|saldo de cierre|saldo arrastrado|saldo de abertura|saldo de fecho|saldo transportado|
   saldo di apertura|saldo di chiusura|saldo riportato|openingssaldo|slotsaldo|saldo vorige|overført saldo|overført fra|inngående balanse|utgående balanse|åbningssaldo|overförd saldo|ingående balans|utgående balans|edellinen saldo|uusi saldo|alkutase|lopputase|
   saldo otwarcia|saldo zamknięcia|bilans otwarcia|bilans zamknięcia|předchozí zůstatek|počiatočný zostatok|predchádzajúci zostatok|kezdő egyenleg|kezdőegyenleg|induló egyenleg|előző egyenleg|záróegyenleg|sold precedent|sold la inceput|sold la sfarsit|
   početno stanje|početni saldo|završno stanje|konačno stanje|prethodno stanje|novo stanje|krajnje stanje|začetno stanje|končno stanje|prejšnje stanje|почетно стање|крајње стање|претходно стање|начално салдо|крайно салдо|предходно салдо|
   сальдо начальное|сальдо конечное|начальное сальдо|конечное сальдо|сальдо на|входящее сальдо|исходящее сальдо|початкове сальдо|кінцеве сальдо|önceki bakiye|dönem başı bakiye|dönem sonu bakiye|αρχικό υπόλοιπο|υπόλοιπο έναρξης|υπόλοιπο λήξης|εκ μεταφοράς υπόλοιπο|νέο υπόλοιπο|
   יתרה מועברת|יתרת תחילה|יתרת סיום|رصيد أول المدة|رصيد آخر المدة|رصيد افتتاحي|رصيد ختامي|رصيد مرحل|期初结余|期末结余|上期结余|上日余额|昨日余额|上页余额|期初餘額|期末餘額|上期餘額|承前頁|期首残高|期末残高|前回残高|繰越残高|기초잔액|기말잔액|전일잔액|ยอดยกมา|ยอดยกไป|baki awal|baki akhir|baki bawa|
   期初余额|期末余额|承前页|过次页|上期余额|前月繰越|次月繰越|繰越|前期繰越|이월잔액|전월이월|saldo awal|saldo akhir|số dư đầu kỳ|số dư cuối kỳ`,
);

/** A text that is one of these and nothing else sums up; a payee may begin with them ("Total Access 4711"). */
const TOTALS = words(
  `total|totals|grand total|subtotal|sub total|sub-total|sum total|transactions total|total debits|total credits|end of file|end of report|***end|summe|gesamt|gesamtsumme|umsatzsumme|totaux|total des|total de|totales|totais|totale|totaal|i alt|summa|sum|totalt|yhteensä|suma|razem|ogółem|podsumowanie|celkem|součet|spolu|összesen|apyvarta|viso|iš viso|kopā|apgrozījums|käive|kokku|total general|rulaj|итого|всего|обороты|разом|усього|общо|toplam|σύνολο|סה"כ|סהכ|المجموع|الإجمالي|合计|合計|总计|總計|小计|小計|本期合计|合計金額|합계|총계|소계|tổng cộng|monthly total|month total|daily total|weekly total|page total|period total|net total|total for the month|total for period|monatssumme|zwischensumme|tagessumme|seitensumme|sous-total|sous total|total du mois|total mensuel|total mensual|total del mes|total do mês|total do mes|total do dia|totale mese|totale mensile|subtotale|subtotaal|maandtotaal|mellansumma|delsumma|välisumma|mezisoučet|medzisúčet|részösszeg|suma częściowa|razem za miesiąc|итого за месяц|промежуточный итог|всего за месяц|разом за місяць|ara toplam|aylık toplam|jumlah|subtotal bulan`,
);

/** In the text of a row: money that normally comes in. */
const INFLOW_HINTS = words(
  `payment received|online payment|internet payment|mobile pymt|mobile payment - thank|payment from|ach deposit|pagamento recebido|pagamento de fatura|pix recebido|transferência recebida|transferencia recibida|pago recibido|su pago|gracias por su pago|zahlung erhalten|zahlung überweisung erhalten|überweisung erhalten|ihre zahlung|zahlung - danke|besten dank|paiement reçu|votre paiement|virement reçu|betaling ontvangen|uw betaling|pagamento ricevuto|vostro pagamento|bonifico ricevuto|betaling modtaget|indbetaling|betalning mottagen|inbetalning|innbetaling|suoritus|maksusuoritus|płatność otrzymana|spłata karty|splátka karty|přijatá platba|incasare|ödemeniz için teşekkür|ödemeniz|оплата получена|погашение|
   laun|launagreiðsla|salary|payroll|wages|paycheck|direct deposit|deposit|dividend|interest paid|interest earned|interest received|refund|reimbursement|payment received|payment - thank|payment thank|thank you|autopay payment|automatic payment|cashback|cash back|paid in|tax refund|income|bonus|
   gehalt|lohn|gutschrift|erstattung|rückerstattung|zinsen haben|eingang|zahlungseingang|rente|kindergeld|salaire|paie|remboursement|versement|virement recu|vir recu|salario|nómina|nomina|devolución|devolucion|reembolso|ingreso|abono|
   ordenado|vencimento|salário|provento|estorno|stipendio|accredito|rimborso|bonifico a vostro favore|salaris|loon|terugbetaling|storting|løn|lon|tilbagebetaling|lön|återbetalning|insättning|lønn|refusjon|palkka|hyvitys|palautus|
   wynagrodzenie|pensja|zwrot|wpłata|przelew przychodzący|výplata|mzda|vrácení|příchozí platba|výplata mzdy|vratka|fizetés|munkabér|jóváírás|visszatérítés|atlyginimas|grąžinimas|darbo užmokestis|alga|atmaksa|palk|töötasu|tagasimakse|salariu|rambursare|încasare|
   зарплата|заработная плата|зачисление|возврат|пополнение|поступление|зарплатня|заробітна плата|зарахування|повернення|поповнення|maaş|iade|gelen havale|gelen eft|μισθοδοσία|μισθός|επιστροφή|משכורת|זיכוי|החזר|راتب|إيداع|استرداد|
   工资|代发|退款|利息|存款|收款|给与|給与|給料|返金|利息|振込入金|급여|환불|이자`,
);

/** In the text of a row: money that normally goes out. */
const OUTFLOW_HINTS = words(
  `purchase|pos |card payment|debit card|atm|cash withdrawal|withdrawal|supermarket|grocery|groceries|restaurant|coffee|rent|insurance|mortgage|loan payment|monthly fee|service fee|fee|electricity|internet bill|mobile bill|phone bill|subscription|netflix|spotify|uber|amazon|amzn|paypal *|walmart|tesco|lidl|aldi|carrefour|ikea|starbucks|mcdonald|apple.com/bill|google *|shell |
   kartenzahlung|lastschrift|bargeldauszahlung|geldautomat|miete|versicherung|strom|entgelt|gebühr|paiement carte|achat|retrait|loyer|prélèvement|prlv|frais|cotisation|assurance|edf|compra|retirada|cajero|alquiler|recibo|comisión|seguro|
   saque|pagamento|aluguel|tarifa|anuidade|prelievo|pagamento pos|affitto|canone|commissione|addebito|bolletta|betaalautomaat|geldautomaat|huur|verzekering|incasso|kosten|albert heijn|jumbo|køb|hævning|husleje|gebyr|forsikring|köp|uttag|hyra|avgift|försäkring|varekjøp|leie|
   osto|nosto|vuokra|palvelumaksu|vakuutus|zakup|płatność kartą|wypłata z bankomatu|czynsz|opłata|ubezpieczenie|biedronka|żabka|nákup|platba kartou|výběr|nájem|poplatek|pojištění|albert|vásárlás|kártyás|készpénzfelvétel|lakbér|bérleti díj|díj|biztosítás|
   pirkinys|mokėjimas kortele|nuoma|mokestis|pirkums|īre|komisija|ost |rent|teenustasu|üür|cumpărare|plata|retragere|chirie|comision|покупка|оплата|снятие|аренда|комиссия|списание|пятерочка|магнит|купівля|комісія|оренда|alışveriş|market|kira|fatura|ücret|para çekme|αγορά|ανάληψη|ενοίκιο|
   קניה|שכר דירה|עמלה|משיכה|شراء|سحب|إيجار|رسوم|消费|购物|缴费|手续费|房租|支付|转账给|お支払い|手数料|家賃|引落|구매|수수료|월세|결제`,
);

/** The file speaks of a card. */
const CARD_HINTS = words(
  `karteninhaber|kartennummer|cardholder|card member|card number|利用店名|ご利用店名|利用先|ご利用先|ご利用金額|利用金額|利用者|이용금액|가맹점명|이용하신 곳|carte n|card|credit card|visa|mastercard|amex|american express|kreditkarte|karte|carte|tarjeta|cartão|cartao|carta|creditcard|kort|kreditkort|kortti|luottokortti|karta|karty|kártya|kortelė|karte|kaart|card|карта|карты|картка|картки|kart|κάρτα|כרטיס|אשראי|بطاقة|信用卡|卡号|カード|카드`,
);

const out = new Set(OUT);
const into = new Set(IN);
const neutral = new Set(NEUTRAL);
const never = new Set(NEVER);
const pending = new Set(PENDING);
const posted = new Set(POSTED);

const escapeText = (phrase: string): string => phrase.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

const wholeWord = (phrases: string[]): RegExp => {
  const escaped = phrases.map(escapeText).sort((a, b) => b.length - a.length);
  return new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})(?![\\p{L}])|(?:${escaped.filter((word) => /[\u1100-\u11ff\u3040-\u9fff\uac00-\ud7af]/.test(word)).join('|')})`,
    'u',
  );
};

export type Direction = -1 | 0 | 1;

/** Which way a whole cell says that money went: -1 out, 1 in, 0 neither; null when it says nothing of the kind. */
export function directionOf(cell: string): Direction | null {
  const word = fold(cell).trim();
  if (word === '' || word.length > 24) return null;
  const whole = lookUp(word);
  if (whole !== null) return whole;
  const parts = word.split(/[\s/()（）:,-]+/).filter(Boolean);
  if (parts.length < 2 || parts.length > 3) return null;
  // "贷 Cr" says it twice; a name with a lone letter in it ("MS C EXAMPLE") says nothing.
  const said = new Set(parts.filter((part) => !FILLERS.has(part)).map(lookUp));
  return said.size === 1 ? ([...said][0] ?? null) : null;
}

/** Words beside a direction that say nothing of it: "Transfer-Out". */
const FILLERS = new Set(
  words('transfer|transaction|transferencia|transferência|transfert|virement|überweisung|bonifico|movimiento|movimento'),
);

const lookUp = (word: string): Direction | null => {
  const isOut = out.has(word);
  const isIn = into.has(word);
  if (isOut !== isIn) return isOut ? -1 : 1;
  return neutral.has(word) ? 0 : null;
};

/** Words of kinds of movement, which lean one way but name no direction: a refund of a charge may come with either sign. */
const KIND_WORDS = new Set(
  words(
    'charge|charged|purchase|sale|refund|return|reversal|sent|send|payment sent|payment received|spend|top-up|topup|fee|received|receive',
  ),
);

export const isPlainDirection = (cell: string): boolean => !KIND_WORDS.has(fold(cell).trim());

export type State = 'posted' | 'pending' | 'never';

/** What a whole cell says about the state of its row, or null. */
export function stateOf(cell: string): State | null {
  // A tick or a cross may stand before the word.
  const word = fold(cell)
    .replace(/^[^\p{L}\p{N}]+(?=\p{L})/u, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (word === '' || word.length > 40) return null;
  if (never.has(word)) return 'never';
  if (pending.has(word)) return 'pending';
  if (posted.has(word)) return 'posted';
  return /^(?:已退款|已全额退款)/.test(word) ? 'posted' : gluedState(word);
}

const GLUED = /^[\u1100-\u11ff\u3040-\u9fff\uac00-\ud7af]{3,10}$/;
const glued = (all: ReadonlySet<string>): string[] =>
  [...all].filter((word) => word.length >= 2 && /^[\u1100-\u11ff\u3040-\u9fff\uac00-\ud7af]+$/.test(word));
const gluedNever = glued(never);
const gluedPending = glued(pending);
const gluedPosted = glued(posted);

/** Scripts without blanks put the state behind what it is of: "payment cancelled", "payment done". A part cancelled is no state of all. */
function gluedState(word: string): State | null {
  if (!GLUED.test(word) || /^(?:부분|部分|一部)/.test(word.normalize('NFC'))) return null;
  if (gluedNever.some((each) => word.endsWith(each))) return 'never';
  if (gluedPending.some((each) => word.endsWith(each))) return 'pending';
  return gluedPosted.some((each) => word.endsWith(each)) && !gluedNever.some((each) => word.includes(each)) ? 'posted' : null;
}

const summaryStart = new RegExp(`^[\\s*#=-]*(?:${SUMMARY.map(escapeText).join('|')})(?![\\p{L}])`, 'u');
const totalAlone = new RegExp(`^[\\s*#=-]*(?:${TOTALS.map(escapeText).join('|')})[\\s:.*=-]*$`, 'u');
const SUMMARY_ALONE =
  /^(?:saldo|balance|solde|salda|zustatek|zostatok|egyenleg|likutis|atlikums|sold|остаток|залишок|bakiye|υπολοιπο|יתרה|余额|残高|잔액)(?:\s*[:.]|\s*$|\s+(?:am|au|al|a|per|na|on|as of|zum|del|op|pr)\b)/u;

/** The first words of all that sums up; nearly every row is told by them alone to be none. */
const summaryFirstWords = new Set(
  [
    ...SUMMARY,
    ...TOTALS,
    ...'saldo|balance|solde|salda|zustatek|zostatok|egyenleg|likutis|atlikums|sold|остаток|залишок|bakiye|υπολοιπο|יתרה'.split('|'),
  ].map((phrase) => /^[\p{L}\p{N}]+/u.exec(phrase)?.[0] ?? phrase),
);

/** False for nearly all texts, at the cost of one look-up: their first word begins nothing that sums up. */
export function maybeSummary(text: string): boolean {
  let end = 0;
  for (; end < text.length; end += 1) {
    const code = text.charCodeAt(end);
    // Anything but ASCII letters at the beginning is left to the full look.
    if (code > 127) return true;
    if (!((code >= 65 && code <= 90) || (code >= 97 && code <= 122))) break;
  }
  return end <= 1 ? end < text.length && !isAsciiDigit(text.charCodeAt(0)) : summaryFirstWords.has(text.slice(0, end).toLowerCase());
}

const isAsciiDigit = (code: number): boolean => code >= 48 && code <= 57;

/** Whether a text only carries or sums up balances ("Saldo anterior", "Total", "S A L D O"). */
export function isSummary(text: string): boolean {
  let folded = fold(text).trim();
  if (folded === '' || folded.length > 120) return false;
  if (/^(?:\p{L} ){3,}\p{L}$/u.test(folded)) folded = folded.replace(/ /g, '');
  return SUMMARY_ALONE.test(folded) || summaryStart.test(folded) || totalAlone.test(folded);
}

const inflow = new RegExp(wholeWord(INFLOW_HINTS).source, 'gu');
const outflow = new RegExp(wholeWord(OUTFLOW_HINTS).source, 'gu');
const card = wholeWord(CARD_HINTS);

/**
 * -1 when the words of a row speak of spending, 1 of money received, 0 when of neither or both. A longer phrase says more than a
 * word within it: "pagamento recebido" is money in, although "pagamento" alone is money out.
 */
export function hintOf(text: string): Direction {
  // No phrase holds a digit, so texts that differ in their numbers alone say the same.
  const folded = fold(text).replace(/[0-9]+/g, '0');
  const known = hints.get(folded);
  if (known !== undefined) return known;
  const hint = readHint(folded);
  if (hints.size < MOST_HINTS) hints.set(folded, hint);
  return hint;
}

const MOST_HINTS = 5000;
const hints = new Map<string, Direction>();

function readHint(folded: string): Direction {
  const isIn = longest(folded, inflow);
  const isOut = longest(folded, outflow);
  return isIn === isOut || (isIn > 0 && isOut > 0 && Math.min(isIn, isOut) * 3 > Math.max(isIn, isOut) * 2) ? 0 : isIn > isOut ? 1 : -1;
}

function longest(text: string, pattern: RegExp): number {
  let most = 0;
  for (const [found] of text.matchAll(pattern)) most = Math.max(most, found.trim().length);
  return most;
}

export const speaksOfCard = (text: string): boolean => card.test(fold(text));
