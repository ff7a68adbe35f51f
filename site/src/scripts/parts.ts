import type { Severity } from '#core/findings.ts';
import { severityColours } from '../severity-colours.ts';

/**
 * The markup stands in the components, in `<template>`s; scripts take copies and fill in the parts that are marked with
 * `data-part`. Text only ever comes in as text.
 */

/** @throws Error where no such part of that kind is there: markup and script do not fit. */
export const part = <E extends Element>(root: ParentNode, name: string, kind: new () => E): E => {
  const element = root.querySelector(`[data-part="${name}"]`);
  if (!(element instanceof kind)) throw new Error(`No part "${name}" that is a ${kind.name}`);
  return element;
};

/** A new copy of the one element in the template of that id. */
export const stamp = (id: string): HTMLElement => {
  const template = document.getElementById(id);
  const element = template instanceof HTMLTemplateElement ? template.content.firstElementChild : null;
  const copy = element && document.importNode(element, true);
  if (!(copy instanceof HTMLElement)) throw new Error(`No template "${id}"`);
  return copy;
};

/** Puts the text into the part; where there is none to put in, the part goes. */
export const fill = (root: ParentNode, name: string, text: string | null): void => {
  const element = part(root, name, HTMLElement);
  if (text === null) element.remove();
  else element.textContent = text;
};

/** Puts the elements into the part; where there are none, the part goes, or the one that holds it. */
export const fillWith = (root: ParentNode, name: string, elements: readonly Element[], holder: string = name): void => {
  if (elements.length === 0) part(root, holder, HTMLElement).remove();
  else part(root, name, HTMLElement).append(...elements);
};

/** Gives the element the colours of the severity, and its mark where it has one. */
export const tone = (element: HTMLElement, severity: Severity): void => {
  element.dataset.color = severityColours[severity];
  element.querySelector('[data-part="mark"]')?.setAttribute('href', `#mark-${severity}`);
};
