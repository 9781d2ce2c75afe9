import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import en from '../src/i18n/en.json';
import nl from '../src/i18n/nl.json';
import pt from '../src/i18n/pt.json';

const flat = (bundle: object, prefix = ''): [string, string][] =>
  Object.entries(bundle).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value] as [string, string]] : flat(value as object, `${prefix}${key}.`),
  );

const PLURAL = /_(zero|one|two|few|many|other)$/;
const bundles = { en: flat(en), nl: flat(nl), pt: flat(pt) };
const base = (entries: [string, string][]) => [...new Set(entries.map(([key]) => key.replace(PLURAL, '')))].sort();
const placeholders = (text: string) => (text.match(/\{\{\w+\}\}/g) ?? []).sort();

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return /\.tsx?$/.test(entry.name) ? [readFileSync(path, 'utf8')] : [];
  });
}

describe('the texts', () => {
  it.each(['nl', 'pt'] as const)('of %s have the same keys as the English ones', (language) => {
    expect(base(bundles[language])).toEqual(base(bundles.en));
  });

  it.each(['en', 'nl', 'pt'] as const)('of %s hold every plural form of the language', (language) => {
    const forms = new Intl.PluralRules(language === 'pt' ? 'pt-PT' : language).resolvedOptions().pluralCategories;
    const keys = new Set(bundles[language].map(([key]) => key));
    const plural = [...keys].filter((key) => PLURAL.test(key) && key.endsWith('_other')).map((key) => key.replace(PLURAL, ''));
    for (const key of plural) for (const form of forms) expect(keys, `${key}_${form}`).toContain(`${key}_${form}`);
  });

  it.each(['en', 'nl', 'pt'] as const)('of %s count in the plural and in the singular', (language) => {
    const counting = bundles[language].filter(([key, text]) => text.includes('{{count}}') && !PLURAL.test(key));
    expect(counting.map(([key]) => key)).toEqual(['table.showAll']);
  });

  it.each(['en', 'nl', 'pt'] as const)('of %s are nowhere empty', (language) => {
    expect(bundles[language].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it.each(['nl', 'pt'] as const)('of %s use the same placeholders', (language) => {
    const english = new Map(bundles.en);
    for (const [key, text] of bundles[language]) {
      const original = english.get(key) ?? english.get(key.replace(PLURAL, '_other'));
      expect(placeholders(text), key).toEqual(placeholders(original ?? ''));
    }
  });

  it('exist for every key the pages name', () => {
    const known = new Set(base(bundles.en));
    const asked = sources('src').flatMap((source) => [
      ...[...source.matchAll(/\bt\(\s*'([\w.-]+)'/g)].map((match) => match[1] ?? ''),
      ...[...source.matchAll(/\bt\([^'`()]*\? '([\w.-]+)' : '([\w.-]+)'/g)].flatMap((match) => [match[1] ?? '', match[2] ?? '']),
      ...[...source.matchAll(/label: '(nav\.\w+)'/g)].map((match) => match[1] ?? ''),
    ]);
    expect(asked.length).toBeGreaterThan(100);
    expect(asked.filter((key) => !known.has(key))).toEqual([]);
  });
});
