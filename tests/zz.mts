import { readFileSync } from 'node:fs';
import { ledgers, TODAY } from '/tmp/w/E5/tests/ask/support/ledger.ts';
import { ask } from '/tmp/w/E5/src/ask/ask.ts';
import { newConversation } from '/tmp/w/E5/src/ask/conversation.ts';
for (const line of readFileSync(process.argv[2] ?? '/tmp/E5conv.txt','utf8').split('\n').filter(Boolean)) {
  const [l, ...turns] = line.split('|');
  const conversation = newConversation();
  console.log('--', l);
  for (const q of turns.filter(Boolean)) { const a = ask(ledgers[l as 'american'], { question: q, today: TODAY, conversation });
    console.log(`  ${q}  => ${a.status} [${a.understood}] ${a.sentence.slice(0,110)} ${JSON.stringify(a.rows).slice(0,90)}`); }
}
