import { readFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';

const OUTPUT = 'target/classes/META-INF/resources';
const LIMIT = 230_000;

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
}

/** The entry with all that it imports, one language and the dashboard: what a first visit loads. */
function firstLoad(): Map<string, number> {
  const manifest = JSON.parse(readFileSync(join(OUTPUT, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>;
  const sizes = new Map<string, number>();
  const add = (key: string) => {
    const chunk = manifest[key];
    if (!chunk || sizes.has(chunk.file)) return;
    sizes.set(chunk.file, gzipSync(readFileSync(join(OUTPUT, chunk.file))).length);
    chunk.imports?.forEach(add);
  };
  ['index.html', 'src/i18n/pt.json', 'src/pages/dashboard/DashboardPage.tsx'].forEach((key) => {
    expect(manifest, 'the list of what a first visit loads is out of date').toHaveProperty([key]);
    add(key);
  });
  return sizes;
}

it('a first visit loads less than 230 kB of JavaScript, gzipped', () => {
  expect(existsSync(join(OUTPUT, 'index.html')), 'run "npm run build" first').toBe(true);
  const sizes = firstLoad();
  const sum = [...sizes.values()].reduce((a, b) => a + b, 0);
  console.log(`first load: ${(sum / 1000).toFixed(1)} kB of JavaScript gzipped in ${sizes.size} files`);
  expect(sum).toBeLessThan(LIMIT);
});
