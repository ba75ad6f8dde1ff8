#!/usr/bin/env bash
# Firely's .NET SDK (Hl7.Fhir.R4) 6.8.0 reads a laboratory's Observation and a day.
#
# Guess       A decimal is kept as sent, which FHIR asks for, or refused. A day taken into the clinic's offset is that day's midnight there.
# Behaviour   A value of 30 digits is rounded to 28 without a word. FhirDateTime("2026-03-05").ToDateTimeOffset(+3 h) is 03:00 of that
#             day. The same instant in two offsets is not equal.
# Why here    "Known only by its day" would become a morning sample at 03:00, and a value would come back other than it was sent. Days go
#             through our own partial dates (R06), and a number that does not come back the same is refused.
source "$(dirname "${BASH_SOURCE[0]}")/lib/finding.sh"
cat >try.cs <<'CS'
#:package Hl7.Fhir.R4@6.8.0
#:package Microsoft.Extensions.Caching.Memory@10.0.10
#:package Fhir.Metrics@1.4.1
using System.Globalization;
using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;

const string sent = """{"resourceType":"Observation","status":"final","code":{"text":"T"},"valueQuantity":{"value":11.2000000000000000000000000004}}""";
var read = (Quantity)new FhirJsonDeserializer().Deserialize<Observation>(sent).Value!;
Console.WriteLine(read.Value!.Value.ToString(CultureInfo.InvariantCulture));
Console.WriteLine(new FhirDateTime("2026-03-05").ToDateTimeOffset(TimeSpan.FromHours(3)).ToString("o", CultureInfo.InvariantCulture));
Console.WriteLine(new FhirDateTime("2026-03-05T08:35:00+03:00") == new FhirDateTime("2026-03-05T05:35:00Z"));
CS
as_written "$(dotnet run try.cs)" <<'SEEN'
11.200000000000000000000000000
2026-03-05T03:00:00.0000000+03:00
False
SEEN
