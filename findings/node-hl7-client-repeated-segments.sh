#!/usr/bin/env bash
# node-hl7-client 3.2.0 reads a panel with two results.
#
# Guess       OBX[1].5 is the value of one of the OBX segments, or an error where that way of asking is not known.
# Behaviour   OBX.5 is the first result's value. OBX[0].5, OBX[1].5 and OBX[2].5 are each an empty text, without an error.
# Why here    A panel of testosterone and LH would come out with one value and one nothing. A laboratory that uses this client to read our
#             answers, or a test of ours that does, must walk the segments.
source "$(dirname "${BASH_SOURCE[0]}")/lib/finding.sh"
npm_packages node-hl7-client@3.2.0
cat >try.js <<'JS'
const { Message } = require('node-hl7-client');
const text = ['MSH|^~\\&|LAB|H|FU|K|20260305083500||ORU^R01^ORU_R01|1|P|2.5', 'PID|1||R-1',
  'OBX|1|NM|14913-8^T^LN||11.2|nmol/L|||||F', 'OBX|2|NM|10501-5^LH^LN||5.1|IU/L|||||F'].join('\r');
const message = new Message({ text });
for (const path of ['OBX.5', 'OBX[0].5', 'OBX[1].5', 'OBX[2].5']) {
  console.log(path, JSON.stringify(message.get(path).toString()));
}
JS
as_written "$(node try.js)" <<'SEEN'
OBX.5 "11.2"
OBX[0].5 ""
OBX[1].5 ""
OBX[2].5 ""
SEEN
