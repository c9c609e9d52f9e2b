// Stands for src/ask/hear/: numbers in words, contractions, fillers, and where each word stood in the question as typed.
import { describe, expect, test } from 'vitest';
import { splitWords } from '../../../src/ask/hear/utterance.ts';
import { hearQuestion } from '../../../src/ask/hear/hear.ts';
import { namesOf } from '../../../src/ask/names/ledger-names.ts';
import { american } from '../support/ledger.ts';
import { saidOf } from '../support/said.ts';

describe('numbers in words', () => {
  test.each([
    ['7', 'seven', '7'],
    ['19', 'nineteen'],
    ['42', 'forty two', 'forty-two', 'fourty two'],
    ['100', 'a hundred', 'one hundred', '100'],
    ['250', 'two hundred and fifty', 'two hundred fifty', '250'],
    ['1500', 'fifteen hundred', 'one thousand five hundred', 'a thousand five hundred'],
    ['2500', 'two and a half grand', 'two and a half thousand', 'two thousand five hundred', 'twenty five hundred'],
    ['3200', 'three thousand two hundred', 'thirty two hundred'],
    ['500', 'half a grand', 'five hundred', 'half a thousand'],
    ['12', 'a dozen', 'twelve'],
    ['1000000', 'a million', 'one million'],
    ['2025', 'twenty twenty five', 'two thousand twenty five', 'two thousand and twenty five'],
    ['2009', 'two thousand nine'],
    ['1999', 'nineteen ninety nine'],
    ['2 weeks', 'two weeks', 'a couple of weeks', 'a couple weeks', 'couple weeks'],
    ['3 months', 'three months', 'a few months'],
    ['10 quid', 'a tenner', '10 quid', 'ten quid'],
    ['20 quid', 'twenty quid'],
    ['5 quid', 'a fiver', 'five quid'],
    ['1 month', 'one month'],
  ])('%s', (meaning, ...phrases) => {
    for (const phrase of phrases) expect(saidOf(phrase), phrase).toBe(meaning);
  });
  test.each(['one of them', 'the other one', 'number one fan', 'which one'])('"%s" keeps its words', (text) =>
    expect(saidOf(text)).toBe(text),
  );
});

test.each([
  ['what is my balance', "what's my balance", 'What’s my balance', 'whats my balance'],
  ['i did not spend', "I didn't spend", 'i didnt spend'],
])('opened: %s', (meaning, ...phrases) => {
  for (const phrase of phrases) expect(saidOf(phrase), phrase).toBe(meaning);
});

test.each([
  ['how much did i spend', 'um how much did I spend', 'uh how much did i er spend'],
  ['i would like to see', 'I would like to see'],
])('without fillers: %s', (meaning, ...phrases) => {
  for (const phrase of phrases) expect(saidOf(phrase), phrase).toBe(meaning);
});

test('a word keeps its place in the question as typed', () => {
  const question = 'Café  at $1,250.50 on 3/4?';
  for (const { start, end, was } of splitWords(question)) {
    const typed = question.slice(start, end).toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
    expect(typed).toBe(was);
  }
});

test.each([
  ['how much in febuary', 'how much in february'],
  ['resturants last month', 'restaurants last month'],
  ['grocries in january', 'groceries in january'],
])('slips in our own words are mended: %s', (typed, meant) => expect(hearQuestion(typed, namesOf(american)).said).toBe(meant));

test.each(['netflix', 'starbucks', 'chipotle', 'delta', 'table', 'horse'])('"%s" is nobody\'s slip', (word) =>
  expect(hearQuestion(`how much on ${word}`, namesOf(american)).said).toBe(`how much on ${word}`),
);
