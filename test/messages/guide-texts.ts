import type { Language } from '#messages/languages.ts';
import { symptoms, tools } from '#messages/troubleshoot.ts';
import { troubleshootTexts } from '#messages/troubleshoot-languages.ts';
import type { ResultText } from './result-texts.ts';

/** What the guide through what goes wrong says, and the frames of its tools. */
export const wordsOfGuide = (language: Language): readonly ResultText[] => {
  const guide = troubleshootTexts[language];
  return [
    { of: 'guide', text: guide.description },
    { of: 'guide', text: guide.lead },
    ...symptoms.flatMap((name) => {
      const { lead, steps, questions } = guide.symptoms[name];
      const list = questions?.list ?? [];
      return [lead, ...[...steps, ...list].map(({ text }) => text), ...list.map(({ question }) => question)].map(
        (text) => ({ of: name, text }),
      );
    }),
    ...tools.flatMap((tool) => {
      const { description, lead } = guide.tools[tool];
      return [description, lead].map((text) => ({ of: tool, text }));
    }),
  ];
};
