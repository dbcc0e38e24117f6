// Opens cost sheets in headless Chromium: no axe violation, valid HTML, nothing requested, hostile text shown as text,
// two pages on Letter and A4 with no word missing, what was cut in an appendix. node sheets.mjs PREAUTH SOURCE_FOLDER CHROMIUM WORK_FOLDER
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [preauth, source, chromium, work] = process.argv.slice(2);
const require = createRequire(join(work, 'package.json'));
const { chromium: browserType } = require('playwright-core');
const { HtmlValidate } = require('html-validate');
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const example = (name) => join(source, 'examples', name);
const pairs = [
  ['uhc-gold-standard-2026', example('alex.toml')],
  ['original-medicare-2026', example('advocate-medicare.toml')],
  ['example-self-funded-ppo-2026', example('case-manager-client.toml')],
  ['example-self-funded-ppo-2026', example('parent-residential-out-of-network.toml')],
  // Spanish, four options, nearly everything assumed: the fullest.
  ['example-hsa-hdhp-2026'],
  ['blank', example('alex.toml')],
  ['maryland-medicaid', example('minimal.toml')],
  ['fep-blue-focus-2025', example('parent-residential-out-of-network.toml')],
  ['bcbs-louisiana-blue-max-copay-50-50-2026', example('case-manager-client.toml')],
];
const papers = ['Letter', 'A4'];
const problems = [];
const report = (name, problem) => problems.push(`${name}: ${problem}`);

function sheet(files, options) {
  return execFileSync(preauth, ['sheet', ...files, '--as-of', '2026-01-05', ...options], { encoding: 'utf8', stdio: 'pipe' });
}

// Without blanks: where a line or a cell ends is a matter of layout.
const letters = (text) => text.normalize('NFKC').replace(/[\s\u00ad]+/g, '');

function pdfText(file, pages) {
  return execFileSync('pdftotext', ['-raw', ...pages, file, '-'], { encoding: 'utf8' });
}

function countPages(file) {
  return Number(/Pages:\s+(\d+)/.exec(execFileSync('pdfinfo', [file], { encoding: 'utf8' }))[1]);
}

// Every word that is on the screen is on the paper.
function missingWords(words, text) {
  const printed = letters(text);
  // A longer run of letters may go on after the foot of a page.
  return words.filter((word) => !printed.includes(letters(word).slice(0, 200)));
}

async function print(page, name, paper) {
  const file = join(work, `${name}-${paper}.pdf`);
  writeFileSync(file, await page.pdf({ format: paper, printBackground: false }));
  return file;
}

// An appendix begins on a page of its own.
async function checkPages(page, file, name, paper) {
  const pages = countPages(file);
  const appendix = await page.$eval('body', (body) => body.querySelector('.cuts h2')?.textContent ?? null);
  if (appendix === null && pages !== 2) report(name, `${pages} pages on ${paper}`);
  if (appendix !== null && !letters(pdfText(file, ['-f', '3', '-l', '3'])).startsWith(letters(appendix))) {
    report(name, `the appendix on ${paper} is not page 3`);
  }
}

async function checkPaper(page, name, paper, isOrdinary) {
  const file = await print(page, name, paper);
  if (isOrdinary) await checkPages(page, file, name, paper);
  const words = await page.$$eval('h1, h2, h3, h4, dt, dd, li, th, td, main p', (all) =>
    all.flatMap((each) => each.textContent.split(/\s+/)).filter((word) => word.length > 0),
  );
  const missing = missingWords([...new Set(words)], pdfText(file, []));
  if (missing.length > 0) report(name, `not on ${paper}: ${missing.slice(0, 5).join(' ')}`);
}

// WCAG 1.4.10: nothing has to be scrolled sideways, at 200 % and on a small screen too.
async function checkWidths(page, name) {
  for (const width of [1280, 640, 360]) {
    await page.setViewportSize({ width, height: 900 });
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (over > 0) report(name, `${over} pixels too wide at ${width}`);
  }
}

async function checkAccess(page, name) {
  await page.evaluate(axe);
  const result = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
  for (const violation of result.violations) {
    report(name, `${violation.id}: ${violation.help}: ${violation.nodes[0].html.slice(0, 200)}`);
  }
}

async function checkMarkup(html, name) {
  const validator = new HtmlValidate({ extends: ['html-validate:recommended'] });
  const result = await validator.validateString(html);
  for (const message of result.results.flatMap((each) => each.messages)) {
    report(name, `line ${message.line}: ${message.ruleId}: ${message.message}`);
  }
}

async function checkSheet(browser, name, html, isOrdinary, shown = '') {
  const file = join(work, `${name}.html`);
  writeFileSync(file, html);
  // The page itself may run no script, and its policy would stop the checker's too: bypassed for the checker only.
  const context = await browser.newContext({ bypassCSP: true });
  const page = await context.newPage();
  page.on('request', (request) => {
    if (request.url() !== pathToFileURL(file).href) report(name, `requests ${request.url().slice(0, 100)}`);
  });
  page.on('dialog', (dialog) => report(name, `a script ran: ${dialog.message()}`));
  await page.goto(pathToFileURL(file).href);
  // What is invisible (the order of text, for one) is spelled out; the rest stands there letter by letter.
  const visible = letters(shown.replace(/[\u202a-\u2069]/g, ''));
  const text = letters(await page.textContent('body')).replace(/\\u20../g, '');
  if (!text.includes(visible.slice(0, 5_000))) report(name, 'the text is not shown as it is');
  await checkMarkup(html, name);
  await checkAccess(page, name);
  await checkWidths(page, name);
  for (const paper of papers) await checkPaper(page, name, paper, isOrdinary);
  await context.close();
}

// A file may hold 4,000 characters in a value; a name file has no such limit, and gets 10,000 and more.
const hostile = [
  '<script>alert(1)</script>',
  '"><svg onload=alert(2)>',
  '</style><img src=http://127.0.0.1:9/x>',
  '\u202eright to left\u2066',
  'x'.repeat(4000),
  'word '.repeat(800),
];

// A plan and a treatment with the text in every field that takes one.
function hostileFiles(text, number) {
  const quoted = JSON.stringify(text);
  const plan = join(work, `hostile-${number}-plan.toml`);
  const treatment = join(work, `hostile-${number}-treatment.toml`);
  writeFileSync(
    plan,
    `schema = "preauth.plan/1"
[plan]
id = ${quoted}
name = ${quoted}
issuer = ${quoted}
note = ${quoted}
kind = "ppo"
year = "2026-01-01..2026-12-31"
behavioral_administrator = ${quoted}
source = { title = ${quoted}, url = ${quoted}, date = 2026-01-01 }
[deductible]
in = { individual = "$1,000" }
[out_of_pocket_max]
in = { individual = "$5,000" }
[benefits.iop]
in = { is = "20% coinsurance after deductible", source = ${quoted}, evidence = "call" }
[[exclusions]]
what = ${quoted}
quote = ${quoted}
page = ${quoted}
`,
  );
  writeFileSync(
    treatment,
    `schema = "preauth.treatment/1"
[client]
id = ${quoted}
start = 2026-02-02
[[facilities]]
id = ${quoted}
network = { is = "in", source = ${quoted}, evidence = "portal" }
[[options]]
id = ${quoted}
title = ${quoted}
steps = [ { level = "iop", at = ${quoted}, schedule = "3 days/week for 4 weeks" } ]
`,
  );
  return [plan, treatment];
}

async function checkHostile(browser) {
  const name = join(work, 'name.txt');
  for (const [number, text] of hostile.entries()) {
    writeFileSync(name, `${text.repeat(text.length === 4000 ? 3 : 1)}\n`);
    const html = sheet(hostileFiles(text, number), ['--name-file', name, '--part2-notice']);
    await checkSheet(browser, `hostile-${number}`, html, false, text);
  }
}

// The page that lists the sheets of a batch; one client's code is markup.
async function checkIndex(browser, lang) {
  const rows = join(work, `rows-${lang}.csv`);
  const folder = join(work, `sheets-${lang}`);
  const clients = pairs.map(([plan], number) => `C-${number},${plan}\n`).join('');
  writeFileSync(rows, `id,plan\n${clients}"<script>alert(3)</script>",${pairs[0][0]}\n`);
  rmSync(folder, { recursive: true, force: true });
  const options = ['--as-of', '2026-01-05', '--sheets', folder, '--lang', lang];
  execFileSync(preauth, ['batch', rows, ...options], { stdio: 'pipe' });
  await checkSheet(browser, `index-${lang}`, readFileSync(join(folder, 'index.html'), 'utf8'), null);
}

async function checkAll() {
  mkdirSync(work, { recursive: true });
  const browser = await browserType.launch({ executablePath: chromium, args: ['--no-sandbox', '--disable-gpu'] });
  const languages = ['en', 'es'];
  for (const lang of languages) {
    for (const [number, files] of pairs.entries()) {
      await checkSheet(browser, `sheet-${number}-${lang}`, sheet(files, ['--lang', lang]), true);
    }
    await checkIndex(browser, lang);
  }
  await checkHostile(browser);
  await browser.close();
  return languages.length * (pairs.length + 1) + hostile.length;
}

const count = await checkAll();
for (const problem of problems) console.error(problem);
const failed = new Set(problems.map((problem) => problem.split(':')[0])).size;
console.log(`${count - failed} passed, ${failed} failed`);
process.exit(problems.length === 0 ? 0 : 1);
