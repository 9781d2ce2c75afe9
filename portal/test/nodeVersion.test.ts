import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';

const require = createRequire(import.meta.url);
const { fits } = require('../node-version.cjs') as { fits: (version: string) => boolean };

describe('the Node.js that builds the portal', () => {
  it.each(['20.19.0', '20.20.2', '22.12.0', '22.20.1', '23.0.0', '24.1.0'])('%s is one', (version) => {
    expect(fits(version)).toBe(true);
  });

  it.each(['18.20.0', '20.0.0', '20.18.9', '21.7.3', '22.0.0', '22.11.9'])('%s is none', (version) => {
    expect(fits(version)).toBe(false);
  });

  it('is the one that the bundler asks for', () => {
    const range = (file: string) => JSON.parse(readFileSync(file, 'utf8')).engines.node;

    expect(range('package.json')).toBe(range('node_modules/vite/package.json'));
  });

  it('is told by the exit code', () => {
    expect(spawnSync(process.execPath, ['node-version.cjs']).status).toBe(0);
  });
});
