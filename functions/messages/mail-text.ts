import type { Block, Step } from './mail-blocks.ts';

/** @returns plain text, lines ended by a line feed; a value to copy is one line, however long. */
export const mailText = (blocks: readonly Block[]): string => blocks.map(blockText).join('\n\n');

const blockText = (block: Block): string => {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return block.text;
    case 'link':
      return [`${block.label}: ${block.href}`, ...(block.after === null ? [] : [block.after])].join('\n');
    case 'step':
      return stepLines(block).join('\n');
  }
};

const stepLines = ({ number, title, weight, facts, record, notes }: Step): readonly string[] => {
  const before = [`${number}. ${title} (${weight.toLowerCase()})`, ...facts];
  if (record === null) return [...before, ...notes];
  const { name, type, value, replaces } = record;
  return [
    ...before,
    '',
    ...[name, type].map((part) => `${part.label}: ${part.value}`),
    ...[value, ...replaces].flatMap((part) => [`${part.label}:`, part.value]),
    ...notes.flatMap((note) => ['', note]),
  ];
};
