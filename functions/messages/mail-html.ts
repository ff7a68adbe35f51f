import { escapeHtml } from './html.ts';
import type { Block, Step, StepRecord } from './mail-blocks.ts';
import type { FormTexts } from './messages.ts';

/**
 * A mail as HTML, for programs that take little of it: Outlook for Windows lays it out with Word, Gmail throws away what stands
 * around the body. So every element has its own style, one table has the width, and nothing is fetched.
 *
 * No colour is set, so that every program can turn the text light on dark by itself; what is marked has a border.
 */

const widest = 640;

// Word takes no font over from what is around it, and knows no `sans-serif` where the first name is foreign to it.
const font = 'font-family:Arial,sans-serif;font-size:16px;line-height:1.5;overflow-wrap:anywhere';
const styles = {
  body: 'margin:0;padding:16px;color-scheme:light dark',
  unseen: 'display:none;max-height:0;overflow:hidden;mso-hide:all',
  // Fixed: what is long breaks, instead of widening the table.
  table: 'max-width:100%;table-layout:fixed;border-collapse:collapse',
  cell: `padding:0;text-align:left;${font}`,
  title: `margin:0 0 16px;font-weight:bold;${font};font-size:24px;line-height:1.3`,
  heading: `margin:32px 0 8px;font-weight:bold;${font};font-size:18px;line-height:1.3`,
  paragraph: `margin:0 0 12px;${font}`,
  record: `margin:16px 0;${font}`,
  label: `margin:0;font-weight:bold;${font}`,
  // Every space is shown and copied as it is, and a long value breaks anywhere.
  part: "margin:0 0 12px;font-family:Consolas,'Courier New',monospace;font-size:15px;line-height:1.5;white-space:pre-wrap;word-break:break-all",
} as const;
const boxed = `${styles.part};padding:8px;border:1px solid #767676`;

/** What stands around the blocks. */
export interface Frame {
  readonly locale: FormTexts['locale'];
  readonly title: string;
  /** What a list of mails shows beside the subject. */
  readonly preview: string;
}

/** @returns a whole document, lines ended by a line feed; everything in it is escaped. */
export const mailHtml = ({ locale, title, preview }: Frame, blocks: readonly Block[]): string =>
  `\
<!doctype html>
<html lang="${locale}" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no, url=no">
<title>${escapeHtml(title)}</title>
</head>
<body style="${styles.body}">
<div style="${styles.unseen}">${escapeHtml(preview)}</div>
<table role="presentation" width="${widest}" border="0" cellspacing="0" cellpadding="0" style="${styles.table}">
<tr>
<td lang="${locale}" dir="ltr" style="${styles.cell}">
${[element('h1', styles.title, title), ...blocks.flatMap(blockHtml)].join('\n')}
</td>
</tr>
</table>
</body>
</html>
`;

const element = (name: string, style: string, text: string): string =>
  `<${name} style="${style}">${escapeHtml(text)}</${name}>`;

const blockHtml = (block: Block): readonly string[] => {
  switch (block.kind) {
    case 'heading':
      return [element('h2', styles.heading, block.text)];
    case 'paragraph':
      return [element('p', styles.paragraph, block.text)];
    case 'link': {
      const link = `<a href="${escapeHtml(block.href)}" style="${font}">${escapeHtml(block.label)}</a>`;
      return [
        `<p style="${styles.paragraph}">${link}${block.after === null ? '' : `<br>${escapeHtml(block.after)}`}</p>`,
      ];
    }
    case 'step':
      return stepHtml(block);
  }
};

const stepHtml = ({ number, title, weight, facts, record, notes }: Step): readonly string[] => [
  element('h2', styles.heading, `${number}. ${title} (${weight.toLowerCase()})`),
  ...facts.map((fact) => element('p', styles.paragraph, fact)),
  ...(record === null ? [] : recordHtml(record)),
  ...notes.map((note) => element('p', styles.paragraph, note)),
];

const recordHtml = ({ name, type, value, replaces }: StepRecord): readonly string[] => [
  `<dl style="${styles.record}">`,
  ...[name, type, value].flatMap((part) => [element('dt', styles.label, part.label), element('dd', boxed, part.value)]),
  // Without a frame: this is not to be copied.
  ...replaces.flatMap((part) => [element('dt', styles.label, part.label), element('dd', styles.part, part.value)]),
  '</dl>',
];
