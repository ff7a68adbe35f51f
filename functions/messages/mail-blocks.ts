import type { Labelled } from './messages.ts';

/** What a mail is made of, before it is text or HTML. All of it is in words, and fit to be shown: see visible.ts. */
export type Block =
  | { readonly kind: 'heading' | 'paragraph'; readonly text: string }
  | {
      readonly kind: 'link';
      /** Where it leads, in words. */
      readonly label: string;
      /** An address of our own, never one from a report. */
      readonly href: string;
      /** Said after it; null where the label says all. */
      readonly after: string | null;
    }
  | Step;

/** Something to be done. */
export interface Step {
  readonly kind: 'step';
  /** From 1. */
  readonly number: number;
  readonly title: string;
  /** Must it be done, or should it? In words. */
  readonly weight: string;
  /** What is so, each with what to do about it where there is no record that mends it. */
  readonly facts: readonly string[];
  readonly record: StepRecord | null;
  /** What follows from the record, or what is done in its place. */
  readonly notes: readonly string[];
}

/** The record to publish, to be copied whole: each of its parts with what that is called. */
export interface StepRecord {
  readonly name: Labelled;
  readonly type: Labelled;
  readonly value: Labelled;
  /** What has to go. */
  readonly replaces: readonly Labelled[];
}
