/** A refusal of the platform as the pages use it. Its texts come from the server in the reader's language. */
export interface FieldMessage {
  readonly field: string;
  readonly code: string;
  readonly message: string;
  readonly previous?: number;
  readonly value?: number;
  readonly expected?: number;
  readonly low?: number;
  readonly high?: number;
}

export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: string | undefined;
  readonly detail: string | undefined;
  readonly correlationId: string | undefined;
  readonly errors: readonly FieldMessage[];
  readonly warnings: readonly FieldMessage[];
  readonly warningToken: string | undefined;

  constructor(status: number, body: unknown) {
    const from = isRecord(body) ? body : {};
    const code = text(from.code) ?? `HTTP_${status}`;
    super(text(from.detail) ?? text(from.title) ?? code);
    this.name = 'Problem';
    this.status = status;
    this.code = code;
    this.title = text(from.title);
    this.detail = text(from.detail);
    this.correlationId = text(from.correlationId);
    this.errors = messages(from.errors);
    this.warnings = messages(from.warnings);
    this.warningToken = text(from.warningToken);
  }

  /** The messages that belong beside one input. */
  at(field: string): readonly FieldMessage[] {
    return this.errors.filter((error) => sameField(error.field, field));
  }

  /** The messages that no listed input shows: they go above the form. */
  beside(fields: readonly string[]): readonly FieldMessage[] {
    return this.errors.filter((error) => !fields.some((field) => sameField(error.field, field)));
  }
}

/** The network, not the platform, failed. */
export class Unreachable extends Error {
  constructor(cause: unknown) {
    super('unreachable', { cause });
    this.name = 'Unreachable';
  }
}

/** Nothing was asked: the browser knows that it has no network. */
export class Offline extends Error {
  constructor() {
    super('offline');
    this.name = 'Offline';
  }
}

/** Whether a command may have taken effect although the answer does not say so. */
export function isOutcomeUnknown(error: unknown): boolean {
  return error instanceof Unreachable || (error instanceof Problem && error.status >= 500);
}

export function isDefinite(error: unknown): boolean {
  return error instanceof Problem && error.status < 500 && error.status !== 429;
}

function sameField(left: string, right: string): boolean {
  return left.toLowerCase().replaceAll('_', '') === right.toLowerCase().replaceAll('_', '');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function number(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

function messages(value: unknown): readonly FieldMessage[] {
  if (!Array.isArray(value)) return [];
  return value.filter(isRecord).map((entry) => ({
    field: text(entry.field) ?? '',
    code: text(entry.code) ?? '',
    message: text(entry.message) ?? text(entry.code) ?? '',
    previous: number(entry.previous),
    value: number(entry.value),
    expected: number(entry.expected),
    low: number(entry.low),
    high: number(entry.high),
  }));
}
