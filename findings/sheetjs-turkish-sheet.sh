#!/usr/bin/env bash
# SheetJS (npm xlsx) 0.18.5 reads a clinic's sheet that was saved as CSV in Turkey.
#
# Guess       Cells that are no plain number stay text, as a laboratory's "11,2" or "<0,4" must.
# Behaviour   "11,2" is the number 112: the comma is taken for a thousands mark. "<0,4" is a date, 1 April 2000 (day number 36617). The day
#             12.02.2025 is 2 December, since the month is read first; 13.02.2025, of no month 13, stays text: one column, two kinds.
# Why here    Ten times the testosterone, a value below the assay's limit gone, and a sample ten months later, all without an error. A sheet
#             goes through our own reading of numbers and days (R14), never through a spreadsheet library's.
source "$(dirname "${BASH_SOURCE[0]}")/lib/finding.sh"
npm_packages xlsx@0.18.5
cat >try.js <<'JS'
const xlsx = require('xlsx');
const csv = 'number;day;testosterone\nR-1;12.02.2025;11,2\nR-2;13.02.2025;<0,4\nR-3;05.03.2026;1,069';
const book = xlsx.read(csv, { type: 'string' });
const pad = n => String(n).padStart(2, '0');
for (const row of xlsx.utils.sheet_to_json(book.Sheets[book.SheetNames[0]])) {
  const day = typeof row.day === 'number' ? xlsx.SSF.parse_date_code(row.day) : null;
  console.log(row.number, day ? `${day.y}-${pad(day.m)}-${pad(day.d)}` : row.day, typeof row.testosterone, row.testosterone);
}
JS
as_written "$(node try.js)" <<'SEEN'
R-1 2025-12-02 number 112
R-2 13.02.2025 number 36617
R-3 2026-05-03 number 1069
SEEN
