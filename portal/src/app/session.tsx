import { createContext, useContext, useMemo, useState, type ReactNode } from 'react';
import type { AccountRef, Me } from '../api/types';

/** Who is signed in, on which account he works now, and what he may do there. */
export interface Session {
  readonly me: Me;
  readonly isStaff: boolean;
  readonly accounts: readonly AccountRef[];
  /** Undefined means all accounts of the person. */
  readonly account: AccountRef | undefined;
  readonly selectAccount: (id: string | undefined) => void;
  readonly can: (name: string) => boolean;
}

const Current = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(Current);
  if (!session) throw new Error('no session');
  return session;
}

const STORED = 'platen.account';

export function SessionProvider({ me, children }: { me: Me; children: ReactNode }) {
  // Per tab, so that two accounts can be looked at side by side.
  const [selected, setSelected] = useState<string | null>(() => sessionStorage.getItem(STORED));
  const session = useMemo<Session>(() => {
    const grants = me.grants ?? [];
    const accounts = grants.map((grant) => grant.account);
    const grant = grants.length === 1 ? grants[0] : grants.find((each) => each.account.id === selected);
    const functions = new Set([
      ...(grant ? grant.functions : grants.flatMap((each) => each.functions)),
      ...(grant && me.kind !== 'STAFF' ? [] : me.functions),
    ]);
    return {
      me,
      isStaff: me.kind === 'STAFF',
      accounts,
      account: grant?.account,
      selectAccount: (id) => {
        if (id) sessionStorage.setItem(STORED, id);
        else sessionStorage.removeItem(STORED);
        setSelected(id ?? null);
      },
      can: (name) => functions.has(name),
    };
  }, [me, selected]);
  return <Current value={session}>{children}</Current>;
}
