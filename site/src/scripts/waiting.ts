import { part } from './parts.ts';

/** The verdict, before anything is known: each part of the check is said to be under way. */
export const showWaiting = (heading: string): void => {
  const verdict = part(document, 'verdict', HTMLElement);
  verdict.dataset.state = 'waiting';
  delete verdict.dataset.color;
  part(verdict, 'mark', SVGUseElement).removeAttribute('href');
  part(verdict, 'heading', HTMLElement).textContent = heading;
  part(verdict, 'below', HTMLElement).textContent = '';
  for (const later of ['changed', 'watch', 'try-again']) part(verdict, later, HTMLElement).hidden = true;
  for (const section of verdict.querySelectorAll<HTMLElement>('[data-section]')) {
    delete section.dataset.color;
    section.hidden = false;
    part(section, 'state', HTMLElement).textContent = section.dataset.waiting ?? '';
    part(section, 'mark', SVGUseElement).removeAttribute('href');
  }
  part(document, 'details', HTMLElement).replaceChildren();
  // The heading changes without being read aloud; this is.
  part(document, 'status', HTMLElement).textContent = heading;
};
