#!/usr/bin/env bash
# simple-hl7 3.3.0 and @medplum/core 4.5.2 parse an HL7 v2 result whose reference range holds an escaped ampersand.
#
# Guess       A parser gives the field's text: \T\ is the escape of the subcomponent mark &, \F\ of the field mark | (HL7 v2, chapter 2).
# Behaviour   Both hand out the escape as it stands in the message, 9.9\T\27.8, and leave decoding to the caller without saying so.
# Why here    A note or a range shown to a nurse would hold marks that nobody reads, and a record number with an escaped character would
#             not be found. Whoever tests our HL7 door with these clients must compare decoded text on our side alone.
source "$(dirname "${BASH_SOURCE[0]}")/lib/finding.sh"
npm_packages simple-hl7@3.3.0 @medplum/core@4.5.2
cat >try.js <<'JS'
const text = 'MSH|^~\\&|LAB|H|FU|K|20260305083500||ORU^R01|1|P|2.5.1\rOBX|1|NM|14913-8^Testosterone^LN||11.2|nmol/L|9.9\\T\\27.8|L|||F';
const hl7 = require('simple-hl7');
console.log('simple-hl7', new hl7.Parser().parse(text).getSegment('OBX').getField(7));
const { Hl7Message } = require('@medplum/core');
console.log('medplum', Hl7Message.parse(text).getSegment('OBX').getComponent(7, 1));
JS
as_written "$(node try.js)" <<'SEEN'
simple-hl7 9.9\T\27.8
medplum 9.9\T\27.8
SEEN
