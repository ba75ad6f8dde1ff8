#!/usr/bin/env bash
# fhirpath 4.6.0, the FHIRPath engine in JavaScript, compares a temperature in Celsius with one in Fahrenheit.
#
# Guess       What is equal is also at least as much.
# Behaviour   38.0 Cel = 100.4 [degF] is true (equality rounds to the precision written), and 38.0 Cel >= 100.4 [degF] is false: the
#             converted number is a binary fraction just below. A concentration in ng/dL against one in nmol/L gives no answer at all,
#             which a caller easily takes for false.
# Why here    38.0 °C is a fever (R83). A rule written in FHIRPath would miss it exactly at the limit, and would call no testosterone in
#             ng/dL low. Limits are compared in our own units, never through FHIRPath.
source "$(dirname "${BASH_SOURCE[0]}")/lib/finding.sh"
npm_packages fhirpath@4.6.0
cat >try.js <<'JS'
const fhirpath = require('fhirpath');
const r4 = require('fhirpath/fhir-context/r4');
for (const question of ["38.0 'Cel' = 100.4 '[degF]'", "38.0 'Cel' >= 100.4 '[degF]'", "300 'ng/dL' < 12 'nmol/L'"]) {
  console.log(question, JSON.stringify(fhirpath.evaluate({}, question, null, r4)));
}
JS
as_written "$(node try.js)" <<'SEEN'
38.0 'Cel' = 100.4 '[degF]' [true]
38.0 'Cel' >= 100.4 '[degF]' [false]
300 'ng/dL' < 12 'nmol/L' []
SEEN
