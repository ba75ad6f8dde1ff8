#!/usr/bin/env bash
# CsvHelper 33.1.0 with the culture tr-TR, as a Turkish clinic's sheet asks for.
#
# Guess       A number with a point is refused, or read as a decimal; the culture decides about the comma alone.
# Behaviour   "11.2" is 112, "12.34.5" is 12345 and "1.069" is 1069: .NET takes the culture's thousands mark anywhere among the digits.
# Why here    An analyser's export in a Turkish sheet often keeps the point. Testosterone of 11.2 nmol/L would be stored as 112, which is
#             below the limit of what is refused (150), so nobody would be asked. Values are read by our own reading (R14).
source "$(dirname "${BASH_SOURCE[0]}")/lib/finding.sh"
cat >try.cs <<'CS'
#:package CsvHelper@33.1.0
using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

var turkish = new CsvConfiguration(CultureInfo.GetCultureInfo("tr-TR")) { Delimiter = ";" };
using var sheet = new CsvReader(new StringReader("testosterone\n11,2\n11.2\n12.34.5\n1.069\n"), turkish);
sheet.Read();
sheet.ReadHeader();
while (sheet.Read())
{
    Console.WriteLine(FormattableString.Invariant($"{sheet.GetField(0)} {sheet.GetField<decimal>(0)}"));
}
CS
as_written "$(dotnet run try.cs)" <<'SEEN'
11,2 11.2
11.2 112
12.34.5 12345
1.069 1069
SEEN
