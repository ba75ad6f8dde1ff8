#!/usr/bin/env bash
# The UCUM library of the Lister Hill Center (@lhncbc/ucum-lhc) 7.1.3 with the units of hormones and drugs.
#
# Guess       5 IU/L of LH are 5 mIU/mL: the same amount written in two ways. A unit in capitals, as many laboratories print it, is refused.
# Behaviour   Between [IU]/L and m[IU]/mL it converts nothing, since [IU] is arbitrary and no arbitrary unit is converted, not even into
#             a multiple of itself. MG is a valid unit, the megagauss, and ML the megalitre; NG/DL is refused.
# Why here    LH of one laboratory could not be compared with that of another, and 500 MG of paracetamol would pass a check of units as a
#             magnetic field. Our table of units has the factor 1 for these, and reads the spellings that laboratories print.
source "$(dirname "${BASH_SOURCE[0]}")/lib/finding.sh"
npm_packages @lhncbc/ucum-lhc@7.1.3
cat >try.js <<'JS'
const ucum = require('@lhncbc/ucum-lhc').UcumLhcUtils.getInstance();
const converted = ucum.convertUnitTo('[IU]/L', 5, 'm[IU]/mL');
console.log('[IU]/L to m[IU]/mL', converted.status, converted.toVal);
for (const unit of ['MG', 'ML', 'NG/DL']) {
  const said = ucum.validateUnitString(unit);
  console.log(unit, said.status, said.unit ? said.unit.name : null);
}
JS
as_written "$(node try.js)" <<'SEEN'
[IU]/L to m[IU]/mL failed null
MG valid megaGauss
ML valid megaLiters
NG/DL invalid null
SEEN
