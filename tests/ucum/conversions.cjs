// Prints a table of units with its last column, the factor from each unit to the canonical one, reckoned by the UCUM library.
const { readFileSync } = require('node:fs');
const { join } = require('node:path');

const [table, library] = process.argv.slice(2);
const ucum = require(join(library, 'node_modules/@lhncbc/ucum-lhc')).UcumLhcUtils.getInstance();

function unitOf(code) {
  const { status, msg } = ucum.validateUnitString(code);
  if (status !== 'valid') throw new Error(`${code} is no UCUM code: ${msg}`);
  return ucum.getSpecifiedUnit(code, 'validate').unit;
}

function factor(unit, canonical, molecularWeight) {
  const [from, to] = [unitOf(unit), unitOf(canonical)];
  if (from.isArbitrary_) {
    // UCUM converts no international unit into another substance's. Of the same substance only prefix and volume differ.
    if (!canonical.includes('[IU]') || !unit.includes('[IU]') || `${from.dim_}` !== `${to.dim_}`) throw new Error(`${unit} is no ${canonical}`);
    return Number((from.magnitude_ / to.magnitude_).toPrecision(15));
  }

  const { status, toVal, msg } = ucum.convertUnitTo(unit, 1, canonical, molecularWeight ? { molecularWeight } : {});
  if (status !== 'succeeded') throw new Error(`${unit} to ${canonical}: ${msg}`);
  return toVal;
}

let head = true;
for (const line of readFileSync(table, 'utf8').trimEnd().split('\n')) {
  if (head || line.startsWith('#')) {
    head &&= line.startsWith('#');
    console.log(line);
  } else {
    const [analyte, unit, canonical, mass] = line.split(';');
    console.log([analyte, unit, canonical, mass, factor(unit, canonical, Number(mass) || undefined)].join(';'));
  }
}
