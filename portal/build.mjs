// npm ci, build and test for Maven; a step whose inputs have not changed since it last succeeded is left out.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const LOCK = ['package.json', 'package-lock.json', '.npmrc'];
const SOURCES = [...LOCK, 'index.html', 'openapi.json', 'tsconfig.json', 'vite.config.ts', 'public', 'src'];
const TESTS = [...SOURCES, 'test', 'node-version.cjs'];
const OUTPUT = 'target/classes/META-INF/resources/index.html';

const [step] = process.argv.slice(2);
switch (step) {
  case 'build':
    once('node_modules/.platen-installed', LOCK, existsSync('node_modules'), ['ci']);
    once('target/portal-built', SOURCES, existsSync(OUTPUT), ['run', 'build']);
    break;
  case 'test':
    once('target/portal-tested', TESTS, true, ['test']);
    break;
  default:
    console.error('usage: build.mjs build|test');
    process.exit(2);
}

function once(mark, inputs, usable, npmArguments) {
  const wanted = digest(inputs);
  if (usable && existsSync(mark) && readFileSync(mark, 'utf8') === wanted) {
    console.log(`npm ${npmArguments.join(' ')}: nothing changed`);
    return;
  }
  const { status, error } = spawnSync('npm', npmArguments, { stdio: 'inherit' });
  if (error) console.error(error.message);
  if (status !== 0) process.exit(status ?? 1);
  mkdirSync('target', { recursive: true });
  writeFileSync(mark, wanted);
}

function digest(paths) {
  const hash = createHash('sha256').update(process.version);
  for (const path of paths) add(hash, path);
  return hash.digest('hex');
}

function add(hash, path) {
  if (!existsSync(path) || path.endsWith('schema.d.ts')) return;
  if (statSync(path).isDirectory()) {
    for (const name of readdirSync(path).sort()) add(hash, join(path, name));
  } else {
    hash.update(path).update(readFileSync(path));
  }
}
