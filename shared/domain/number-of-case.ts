/** What a case is called: central's number, before that its console's label, and where it has neither the start of its id. */
export function numberOfCase(one: { id: string; number: string | null; label: string | null }): string {
  return one.number ?? one.label ?? one.id.slice(0, 8);
}
