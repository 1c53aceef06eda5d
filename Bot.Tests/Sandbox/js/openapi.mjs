// Holds recorded REST exchanges against Discord's OpenAPI document: node openapi.mjs openapi.json traffic.jsonl [open]
// Each line of the traffic is {method, path, template, requestContentType, request, status, response}.
// The document closes almost no object, so a misspelt field would pass: unless "open" is said, requests may hold documented fields only.
// Prints a line for each violation, and last one line of JSON: {requests, responses, skipped, violations: [...]}.
import { readFileSync } from 'node:fs';
import Ajv2020 from 'ajv/dist/2020.js';

const [documentFile, trafficFile, openness] = process.argv.slice(2);
const document = JSON.parse(readFileSync(documentFile, 'utf8'));
correct(document);

const ajv = new Ajv2020({ strict: false, allErrors: false, validateSchema: false, discriminator: false });
const integer = (bits) => ({ type: 'number', validate: (value) => Number.isInteger(value) && Math.abs(value) <= 2 ** bits });
ajv.addFormat('int32', integer(32));
ajv.addFormat('int64', integer(63));
ajv.addFormat('double', { type: 'number', validate: Number.isFinite });
ajv.addFormat('snowflake', /^(0|[1-9]\d{0,19})$/);
ajv.addFormat('nonce', /^[^]{0,25}$/);
ajv.addFormat('date-time', (value) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(value) && !Number.isNaN(Date.parse(value)));
ajv.addFormat('uri', (value) => URL.canParse(value));
ajv.addSchema({ $id: 'discord', components: document.components }, 'discord');
ajv.addSchema({ $id: 'strict', components: closed(structuredClone(document.components)) }, 'strict');

const compiled = new Map();
const counts = { requests: 0, responses: 0, skipped: 0, violations: [] };
const lines = readFileSync(trafficFile, 'utf8').split('\n').filter((line) => line.trim() !== '');
for (const line of lines) check(JSON.parse(line));
for (const violation of new Set(counts.violations)) console.log(violation);
console.log(JSON.stringify(counts));
process.exit(counts.violations.length === 0 ? 0 : 1);

function check({ method, template, request, status, response }) {
  const operation = document.paths[template]?.[method.toLowerCase()];
  if (operation === undefined) {
    counts.violations.push(`${method} ${template}: Discord has no such operation`);
    return;
  }
  if (status >= 500) { // a fault on demand, with a body of its own
    counts.skipped++;
    return;
  }
  // A refused request may well be malformed: that is why it was refused.
  if (status < 400 && request !== null) {
    const schema = operation.requestBody?.content['application/json']?.schema;
    if (schema === undefined) counts.violations.push(`${method} ${template}: takes no body`);
    else validate(`${method} ${template} request`, closed(structuredClone(schema)), 'strict', request, 'requests');
  }
  const answer = operation.responses[status] ?? operation.responses[`${Math.floor(status / 100)}XX`];
  if (answer === undefined) {
    counts.violations.push(`${method} ${template}: status ${status} is not documented`);
    return;
  }
  const content = (answer.$ref === undefined ? answer : document.components.responses[answer.$ref.split('/').pop()]).content;
  const schema = content?.['application/json']?.schema;
  if (schema === undefined) {
    counts.responses++;
    if (response !== null) counts.violations.push(`${method} ${template} ${status}: a body where none is documented`);
  } else {
    validate(`${method} ${template} response ${status}`, schema, 'discord', response, 'responses');
  }
}

function validate(what, schema, base, value, counter) {
  counts[counter]++;
  if (!compiled.has(what)) compiled.set(what, ajv.compile(rebased(structuredClone(schema), base)));
  const valid = compiled.get(what);
  if (valid(value)) return;
  const deepest = valid.errors.reduce((best, error) => (error.instancePath.length > best.instancePath.length ? error : best));
  counts.violations.push(`${what}: ${deepest.instancePath || '/'} ${deepest.message} ${JSON.stringify(deepest.params)}`);
}

// References of a schema taken out of the document point back into it.
function rebased(node, base) {
  if (Array.isArray(node)) node.forEach((item) => rebased(item, base));
  else if (node !== null && typeof node === 'object') {
    for (const value of Object.values(node)) rebased(value, base);
    if (typeof node.$ref === 'string' && node.$ref.startsWith('#')) node.$ref = base + node.$ref;
  }
  return node;
}

function closed(node) {
  if (openness === 'open') return node;
  if (Array.isArray(node)) node.forEach(closed);
  else if (node !== null && typeof node === 'object') {
    for (const [key, value] of Object.entries(node)) if (key !== 'allOf') closed(value);
    if (node.properties !== undefined && node.additionalProperties === undefined && node.allOf === undefined) node.additionalProperties = false;
  }
  return node;
}

// Where the document contradicts Discord's written documentation and what Discord does, the latter hold:
// codes of single form errors are words, permission bits are sent as strings, commands can be age-restricted.
function correct({ components: { schemas } }) {
  schemas.Error.properties.code.type = ['integer', 'string'];
  for (const name of ['ApplicationCommandCreateRequest', 'ApplicationCommandUpdateRequest', 'ApplicationCommandPatchRequestPartial']) {
    const { properties } = schemas[name];
    properties.default_member_permissions = { anyOf: [properties.default_member_permissions, { type: 'string', pattern: '^\\d+$' }] };
    properties.nsfw = { type: ['boolean', 'null'] };
  }
}
