// Copies the playground's prebuilt files out of node_modules into ../graphiql:
// compressed, with their checksums before compression, and with the licences of
// every package that is in them. Run: npm ci && npm run vendor
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const out = join(import.meta.dirname, '..', 'graphiql');
const modules = join(import.meta.dirname, 'node_modules');
const files = {
  'graphiql.min.css': 'graphiql/graphiql.min.css',
  'graphiql.min.js': 'graphiql/graphiql.min.js',
  'react-dom.production.min.js': 'react-dom/umd/react-dom.production.min.js',
  'react.production.min.js': 'react/umd/react.production.min.js',
};

mkdirSync(out, { recursive: true });
let sums = '';
for (const [name, from] of Object.entries(files)) {
  const content = readFileSync(join(modules, from));
  writeFileSync(join(out, name + '.gz'), gzipSync(content, { level: 9 }));
  sums += `${createHash('sha256').update(content).digest('hex')}  ${name}\n`;
}
writeFileSync(join(out, 'SHA256SUMS'), sums);
writeFileSync(join(out, 'LICENSES.txt'), licences());

// licences joins the licence files of all packages that are installed to run,
// types left out: they are what the prebuilt files were made of.
function licences() {
  const lock = JSON.parse(readFileSync(join(import.meta.dirname, 'package-lock.json'), 'utf8'));
  const texts = new Map();
  for (const path of Object.keys(lock.packages).sort()) {
    const folder = join(import.meta.dirname, path);
    if (!path || path.includes('@types/') || !existsSync(folder)) continue;
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).find((f) => /^licen[cs]e/i.test(f));
    const text = file ? readFileSync(join(folder, file), 'utf8').replace(/\r\n/g, '\n').trim() : `Licence: ${license}`;
    texts.set(text, [...(texts.get(text) ?? []), `${name} ${version}`]);
  }
  return [...texts].map(([text, names]) => `${names.join(', ')}\n\n${text}\n`).join(`\n${'-'.repeat(72)}\n\n`);
}
