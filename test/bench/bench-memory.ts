import type { Answer, RecordType, Resolver } from '#core/resolver.ts';
import { lookUp, type Zone } from '#test/zone.ts';

/** What `read` says of each question, worked out once: what is measured is what asks. */
export const workedOutOnce = <Said>(
  read: (name: string, type: RecordType) => Said,
): ((name: string, type: RecordType) => Said) => {
  const types = new Map<RecordType, Map<string, Said>>();
  return (name, type) => {
    const names = types.get(type) ?? new Map<string, Said>();
    types.set(type, names);
    const said = names.get(name) ?? read(name, type);
    names.set(name, said);
    return said;
  };
};

/** Answers in memory. */
export const memoryResolver = (zone: Zone): Resolver => {
  const said = workedOutOnce((name, type): Answer => lookUp(zone, name, type));
  const known = <T extends RecordType>(name: string, type: T) => said(name, type) as Answer<T>;
  return { known, resolve: (name, type) => Promise.resolve(known(name, type)) };
};
