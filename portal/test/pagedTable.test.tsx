import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PagedTable } from '../src/components/PagedTable';
import { rendered } from './rendered';

function table({ page, items, total }: { page: number; items: string[]; total: number }): string {
  return rendered(
    <PagedTable
      query={{ data: { items, total }, error: null, fetchStatus: 'idle', dataUpdatedAt: 0, isPlaceholderData: false, refetch: () => undefined }}
      filter={{ page, size: 25, sort: 'name,desc' }}
      label="Things"
      columns={[
        { key: 'name', header: 'Name', sort: 'name', cell: (item) => item },
        { key: 'other', header: 'Other', cell: () => '' },
      ]}
      idOf={(item) => item}
      onSort={() => undefined}
      onPage={() => undefined}
      empty={<p>No things yet</p>}
    />,
  );
}

describe('a list', () => {
  it('without anything says so', () => expect(table({ page: 0, items: [], total: 0 })).toContain('No things yet'));

  it('is not called empty beyond its end', () => {
    const beyond = table({ page: 98, items: [], total: 30 });
    expect(beyond).not.toContain('No things yet');
    expect(beyond).toContain('The list has no page 99');
    expect(beyond).toContain('To the last page');
  });

  it('can be sorted without its headers, as on a phone', () => {
    const choice = /<select[\s\S]*?<\/select>/.exec(table({ page: 0, items: ['a'], total: 1 }))?.[0] ?? '';
    expect(choice).toContain('Name, ascending');
    expect(choice).toMatch(/<option value="name,desc" selected="">Name, descending/);
    expect(choice).not.toContain('Other');
  });

  it('leaves no unseen stop for the tab key on a phone', () => {
    const narrow = readFileSync('src/styles/data.css', 'utf8').split('@media (max-width: 760px)')[1] ?? '';
    expect(narrow).toMatch(/\.p-sort \{\s*visibility: hidden;/);
  });
});
