import { isDefinite } from './problem';

/**
 * One key per attempt: a repeat after a broken connection carries the same key, so that the command cannot take effect
 * twice; changed values, or a definite answer, start a new one.
 */
export class CommandKey {
  private key: string | null = null;
  private body = '';

  constructor(private readonly fresh: () => string = newKey) {}

  of(body: unknown): string {
    const text = JSON.stringify(body);
    if (this.key === null || text !== this.body) {
      this.key = this.fresh();
      this.body = text;
    }
    return this.key;
  }

  /** Call with what the attempt ended with; undefined means success. */
  settled(error?: unknown): void {
    if (error === undefined || isDefinite(error)) this.key = null;
  }
}

/** randomUUID exists in secure contexts only; a portal opened by plain http in a house network still has to work. */
export function newKey(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
