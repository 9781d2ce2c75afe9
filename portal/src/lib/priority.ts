export type Priority = 1 | 2 | 3 | 4;

/** What the platform makes of the two questions (TIC-21), shown before it is asked. */
export function priorityOf(businessCritical: boolean, workaround: boolean): Priority {
  if (businessCritical) return workaround ? 2 : 1;
  return workaround ? 4 : 3;
}
