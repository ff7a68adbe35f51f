import type { Subject, Task } from '#core/tasks.ts';
import type { Verdict } from './messages.ts';

/** The words of the page's watching for a change. They travel apart from `Texts`. Instants are RFC 3339. */
export interface WatchTexts {
  /** @param asked when the name servers were asked last. */
  readonly watching: (asked: string) => string;
  /** Nothing has changed for a while; `host` runs the DNS, null where it is not known who does. */
  readonly nothingYet: (asked: string, host: string | null) => string;
  readonly stopped: (asked: string) => string;
  /** There was no contact with the service. */
  readonly unreachable: string;
  /** Said at a step that is done; `by` when all see it, null where it is not known. */
  readonly published: (by: string | null) => string;
  /** Said of a part of the check whose steps are done. */
  readonly publishedPart: string;
  /** The verdict meanwhile: some of it is done, or all of it, and caches are behind. */
  readonly partly: (left: number) => Verdict;
  readonly waiting: (by: string | null) => Verdict;
  /** Who was asked sees all of it; others may have the older until then. */
  readonly olderUntil: (by: string) => string;
  /** What the change did. */
  readonly mended: Readonly<Record<Subject, Readonly<Record<Task['weight'], string>>>>;
  readonly mendedOwnKeys: string;
  /** The older SPF record is deleted, and the new one is not there yet. */
  readonly gone: string;
  /** Said above all that was found, where it tells of before the change. */
  readonly sectionsBefore: string;
  /** @param fact the first of what is wrong with the change. */
  readonly slip: (fact: string) => string;
}
