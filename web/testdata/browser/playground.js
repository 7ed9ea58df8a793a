// Usage: node playground.js CHROMIUM URL [FOLDER]. Uses the playground as a
// person would and prints what was seen as one JSON object: the tabs, the
// answer and variables of the first tab, the variables of the last (whose query
// has to fail), what the documentation of Query says, each error and warning of
// the console, and each address that was asked for. With a FOLDER it leaves
// screenshots there.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const [executablePath, url, folder] = process.argv.slice(2);
const profile = mkdtempSync(join(tmpdir(), 'playground-'));
const context = await chromium.launchPersistentContext(profile, {
  executablePath,
  headless: true,
  viewport: { width: 1440, height: 900 },
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
    '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
const seen = { tabs: [], answer: '', variables: '', lastVariables: '', docs: '', console: [], requests: [] };
try {
  const page = context.pages()[0] ?? await context.newPage();
  page.on('console', (m) => { if (['error', 'warning'].includes(m.type())) seen.console.push(`${m.type()}: ${m.text()}`); });
  page.on('pageerror', (e) => seen.console.push(`exception: ${e.message}`));
  context.on('request', (r) => seen.requests.push(r.url()));
  const shot = (name) => folder && page.screenshot({ path: join(folder, name) });

  await page.goto(url);
  await page.getByRole('tab').first().waitFor()
    .catch((e) => { throw new Error(`no tabs: ${e.message} ${seen.console.join('; ')}`); });
  seen.tabs = await page.getByRole('tab').allInnerTexts();
  seen.variables = await page.evaluate(() => document.querySelector('.graphiql-editor-tool .CodeMirror')?.CodeMirror.getValue() ?? '');
  await page.waitForLoadState('networkidle');
  await shot('1-open.png');
  await page.getByRole('button', { name: /execute query/i }).click();
  await page.waitForFunction(() => /"data"|"errors"/.test(document.querySelector('.result-window .CodeMirror')?.CodeMirror.getValue() ?? ''));
  seen.answer = await page.evaluate(() => document.querySelector('.result-window .CodeMirror').CodeMirror.getValue());
  await shot('2-answer.png');
  await page.getByRole('button', { name: /show documentation explorer/i }).click();
  await page.getByRole('link', { name: 'Query' }).first().click();
  await page.waitForTimeout(300);
  seen.docs = await page.locator('.graphiql-plugin').innerText();
  await shot('3-docs.png');
  await page.getByRole('tab').last().click();
  await page.waitForTimeout(300);
  seen.lastVariables = await page.evaluate(() => document.querySelector('.graphiql-editor-tool .CodeMirror').CodeMirror.getValue());
  await page.getByRole('button', { name: /execute query/i }).click();
  await page.waitForFunction(() => /"errors"/.test(document.querySelector('.result-window .CodeMirror')?.CodeMirror.getValue() ?? ''));
  await shot('4-last-tab.png');
} finally {
  await context.close();
}
console.log(JSON.stringify(seen));
