// validate.js SCHEMAS FILES: each JSON file of the folder FILES against the schema that its `schema` member names. Files
// named wrong-….json must fail.
const fs = require('fs');
const path = require('path');
const Ajv = require('ajv');

const [schemas, folder] = process.argv.slice(2);
const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true });
const validators = {};
for (const format of ['plan', 'treatment', 'worksheet']) {
  validators[`preauth.${format}/1`] = ajv.compile(JSON.parse(fs.readFileSync(path.join(schemas, `${format}.json`))));
}

let failures = 0;
let count = 0;
for (const name of fs.readdirSync(folder).filter((each) => each.endsWith('.json')).sort()) {
  const data = JSON.parse(fs.readFileSync(path.join(folder, name)));
  const validate = validators[data.schema];
  const isValid = validate(data);
  count += 1;
  if (isValid !== name.startsWith('wrong-')) continue;
  failures += 1;
  console.log(`${name}: ${isValid ? 'is accepted, and should not be' : JSON.stringify(validate.errors, null, 1)}`);
}
console.log(`${count} files, ${failures} wrong`);
process.exit(failures === 0 && count > 20 ? 0 : 1);
