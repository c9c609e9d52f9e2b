// Small pure helpers on text.

/** Lower case, without accents, in Unicode's compatibility form: "Café №1" reads "cafe no1". For matching, never for showing. */
export const fold = (text: string): string =>
  ASCII.test(text)
    ? text.toLowerCase() // the same as below, and quicker; it is most of what is folded
    : text
        .normalize('NFKD')
        .replace(/\p{M}+/gu, '')
        .toLowerCase();

const ASCII = /^[\0-~]*$/;

/** Runs of white space as one blank, none at the ends. */
export const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim();
