#!/usr/bin/env bash
# @medplum/core 4.5.2 writes and reads the times of HL7 v2 messages.
#
# Guess       A time without an offset is the sender's local time (HL7 v2, data type DTM); .5 is half a second.
# Behaviour   formatHl7DateTime writes UTC without an offset, and parseHl7DateTime reads a time without one as UTC. The fraction .5 is read
#             as 5 milliseconds.
# Why here    A sample of 08:35 in Istanbul arrives as 05:35, before seven, and so is no morning sample: the result would not count. The
#             zone in which a sender's times without offset are read is therefore a setting of that sender (R82).
source "$(dirname "${BASH_SOURCE[0]}")/lib/finding.sh"
npm_packages @medplum/core@4.5.2
cat >try.js <<'JS'
const { formatHl7DateTime, parseHl7DateTime } = require('@medplum/core');
console.log('written', formatHl7DateTime(new Date('2026-03-05T08:35:00+03:00')));
console.log('read', parseHl7DateTime('20260305083500'));
console.log('fraction', parseHl7DateTime('20260305083500.5'));
JS
as_written "$(TZ=Europe/Istanbul node try.js)" <<'SEEN'
written 20260305053500
read 2026-03-05T08:35:00.000Z
fraction 2026-03-05T08:35:00.005Z
SEEN
